import { type ReactNode, useState } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Segment } from "../../../components/segment.tsx";
import type { Run } from "../../../stores/run.ts";
import { RunTrends } from "../history/run-trends.tsx";
import { StepList } from "../steps/step-list.tsx";
import { TimeLegend } from "../steps/time-legend.tsx";
import { TokenView } from "../tokens/token-view.tsx";
import { PairCard } from "./pair-card.tsx";
import { PairColumns } from "./pair-columns.tsx";
import { SignInColumns } from "./sign-in-columns.tsx";

type PairViewProps = {
  readonly run: Run;
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly paired: NonNullable<Run["paired"]>;
  readonly actions: ReactNode;
};

type Part = "picture" | "login" | "check" | "tokens";

/** Both sign-ins in one sentence and one picture, with the steps of each behind it. */
export function PairView({ run, login, check, paired, actions }: PairViewProps): ReactNode {
  const [part, setPart] = useState<Part>("picture");
  const options: readonly { readonly id: Part; readonly title: string }[] = [
    { id: "picture", title: "Picture" },
    { id: "login", title: `Steps of the login, ${login.steps.length}` },
    { id: "check", title: `Steps of the check, ${check.steps.length}` },
    { id: "tokens", title: "Tokens" },
  ];
  return (
    <div className="run-view">
      <PairCard paired={paired} login={login} check={check}>
        <RunTrends runId={run.id} />
      </PairCard>
      <div className="run-evidence-head">
        <Segment label="Evidence" options={options} value={part} onChange={setPart} />
        <TimeLegend
          signIns={[part === "check" ? null : run.signIns.login, part === "login" ? null : run.signIns.check]}
        />
      </div>
      <div key={part} className="pair-body scroll">
        {part === "picture" && (
          <>
            <SignInColumns login={login} check={check} />
            <PairColumns login={login} check={check} paired={paired} run={run} />
          </>
        )}
        {part === "login" && run.signIns.login !== null && <StepList signIn={run.signIns.login} />}
        {part === "check" && run.signIns.check !== null && <StepList signIn={run.signIns.check} />}
        {part === "tokens" && (
          <div className="pair-tokens">
            <h3>Login window</h3>
            <TokenView result={login} whose="of the login" />
            <h3>Password check</h3>
            <TokenView result={check} whose="of the password check" />
          </div>
        )}
      </div>
      {actions}
    </div>
  );
}
