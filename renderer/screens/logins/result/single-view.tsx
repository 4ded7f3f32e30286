import { type ReactNode, useState } from "react";
import type { LoginResult } from "../../../../preload/contract.ts";
import { Segment } from "../../../components/segment.tsx";
import { useCalmMedia } from "../../../components/use-calm-media.ts";
import { drawerWidth } from "../../../components/use-media.ts";
import type { Run, RunSignIn } from "../../../stores/run.ts";
import { RunTrends } from "../history/run-trends.tsx";
import { StepList } from "../steps/step-list.tsx";
import { TimeLegend } from "../steps/time-legend.tsx";
import { TokenView } from "../tokens/token-view.tsx";
import { ResultInspector } from "./result-inspector.tsx";
import { RunFindings } from "./run-findings.tsx";
import { VerdictCard } from "./verdict-card.tsx";

const parts = [
  { id: "steps", title: "Steps" },
  { id: "tokens", title: "Tokens" },
] as const;

type SingleViewProps = {
  readonly run: Run;
  readonly signIn: RunSignIn;
  readonly result: LoginResult;
  readonly actions: ReactNode;
};

/** The answer of one sign-in first, under it what to do and then the steps, what it means beside them; what can be done with the run is always in sight. */
export function SingleView({ run, signIn, result, actions }: SingleViewProps): ReactNode {
  const [part, setPart] = useState<"steps" | "tokens">("steps");
  const hasTokens = result.tokens.id !== undefined || result.tokens.access !== undefined;
  const isDrawer = useCalmMedia(drawerWidth);
  const inspector = <ResultInspector result={result} run={run} />;
  return (
    <div className="run-view">
      <VerdictCard result={result}>
        <RunTrends runId={run.id} />
      </VerdictCard>
      <div className="run-body">
        <section className="column grow run-evidence" aria-label={part === "steps" ? "Steps" : "Tokens"}>
          <RunFindings findings={result.findings} />
          <div className="run-evidence-head">
            {hasTokens ? (
              <Segment label="Evidence" options={parts} value={part} onChange={setPart} />
            ) : (
              <h2>Steps</h2>
            )}
            {part === "steps" && <TimeLegend signIns={[signIn]} />}
          </div>
          {hasTokens && part === "tokens" ? <TokenView result={result} /> : <StepList signIn={signIn} />}
        </section>
        {!isDrawer && inspector}
      </div>
      <div className="run-foot">
        {actions}
        {isDrawer && inspector}
      </div>
    </div>
  );
}
