import type { ReactNode } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Icon } from "../../../components/icon.tsx";
import type { Run } from "../../../stores/run.ts";
import { pairTone } from "./pair-tone.ts";

type PairCardProps = {
  readonly paired: NonNullable<Run["paired"]>;
  readonly login: LoginResult;
  readonly check: LoginResult;
  /** What else is to say about the answers. */
  readonly children?: ReactNode;
};

/** What both sign-ins come to, in one line, with the reason under it. */
export function PairCard({ paired, login, check, children }: PairCardProps): ReactNode {
  const look = pairTone(paired, login, check);
  return (
    <section className={`verdict verdict-${look.tone} run-verdict`} aria-label="Verdict" data-outcome="both">
      <Icon name={look.icon} size="large" />
      <div>
        <h2>{look.title}</h2>
        <p>
          {look.lead !== null && <b className={`tone-${look.tone}`}>{look.lead}</b>} {look.reason}
        </p>
        {children}
      </div>
    </section>
  );
}
