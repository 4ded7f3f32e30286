import { type ReactNode, useState } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Segment } from "../../../components/segment.tsx";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { drawerWidth } from "../../../components/use-media.ts";
import type { Run } from "../../../stores/run.ts";
import { RunTrends } from "../history/run-trends.tsx";
import { ResultInspector } from "../result/result-inspector.tsx";
import { RunFindings } from "../result/run-findings.tsx";
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
  const isDrawer = useCalmMedia(drawerWidth);
  const [shown, signIn] = part === "check" ? [check, run.signIns.check] : [login, run.signIns.login];
  const hasInspector = part === "login" || part === "check";
  const hasAccount = shown.account !== null || login.account === null;
  const inspector = hasInspector ? (
    <ResultInspector key={part} result={shown} run={run} hasAccount={hasAccount} />
  ) : null;
  return (
    <div className="run-view">
      <PairCard verdict={paired.verdict}>
        <RunTrends runId={run.id} />
      </PairCard>
      <div className="run-evidence-head">
        <Segment label="Evidence" options={options} value={part} onChange={setPart} />
        {hasInspector && signIn !== null && <TimeLegend signIns={[signIn]} />}
      </div>
      {part === "picture" || part === "tokens" ? (
        <div key={part} className="pair-body scroll">
          {part === "picture" ? (
            <>
              <SignInColumns login={login} check={check} />
              <PairColumns login={login} check={check} paired={paired} run={run} />
            </>
          ) : (
            <div className="pair-tokens">
              <TokenView result={login} whose="of the login window" />
              <TokenView result={check} whose="of the password check" />
            </div>
          )}
        </div>
      ) : (
        <div key={part} className="run-body">
          <section className="column grow run-evidence" aria-label="Steps">
            {signIn !== null && <StepList signIn={signIn} isFirst />}
            <RunFindings findings={shown.findings} />
          </section>
          {!isDrawer && inspector}
        </div>
      )}
      <div className="run-foot">
        {actions}
        {isDrawer && inspector}
      </div>
    </div>
  );
}
