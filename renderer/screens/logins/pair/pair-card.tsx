import type { ReactNode } from "react";
import { Icon, type IconName } from "../../../components/icon.tsx";
import type { Run } from "../../../stores/run.ts";

type Verdict = NonNullable<Run["paired"]>["verdict"];

const icons: Readonly<Record<Verdict["outcome"], IconName>> = {
  wanted: "ok",
  "no-mfa": "warning",
  "not-proven": "question",
  costly: "warning",
  unknown: "question",
  refused: "error",
  stopped: "stop",
};

type PairCardProps = {
  readonly verdict: Verdict;
  /** What else is to say about the answers. */
  readonly children?: ReactNode;
};

/** What both sign-ins come to, in one line, with the reason under it. */
export function PairCard({
  verdict: { outcome, tone, title, lead, reason },
  children,
}: PairCardProps): ReactNode {
  return (
    <section className={`verdict verdict-${tone} run-verdict`} aria-label="Verdict" data-outcome="both">
      <Icon name={icons[outcome]} size="large" />
      <div>
        <h2>{title}</h2>
        <p>
          {lead !== null && <b className={`tone-${tone}`}>{lead}</b>} {reason}
        </p>
        {children}
      </div>
    </section>
  );
}
