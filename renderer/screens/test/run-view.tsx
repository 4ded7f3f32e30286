import { type ReactNode, useState } from "react";
import { Segment } from "../../components/segment.tsx";
import type { Run } from "../../stores/run.ts";
import { formatDuration } from "../../text/time.ts";
import { Inspector } from "./inspector.tsx";
import { runTimes } from "./run-word.ts";
import { StepList } from "./step-list.tsx";
import { TokenView } from "./token-view.tsx";
import { VerdictCard } from "./verdict-card.tsx";
import { WaitingCard } from "./waiting-card.tsx";

const parts = [
  { id: "steps", title: "Steps" },
  { id: "tokens", title: "Tokens" },
] as const;

/** One run: the answer first, the steps under it, what it means beside them. */
export function RunView({ run }: { readonly run: Run }): ReactNode {
  const [part, setPart] = useState<"steps" | "tokens">("steps");
  const { result } = run;
  const hasTokens = result !== null && (result.tokens.id !== undefined || result.tokens.access !== undefined);
  return (
    <div className="run-view">
      {result === null ? <WaitingCard run={run} /> : <VerdictCard result={result} />}
      <div className="run-body">
        <section className="column grow run-evidence" aria-label={part === "steps" ? "Steps" : "Tokens"}>
          <div className="run-evidence-head">
            {hasTokens ? (
              <Segment label="Evidence" options={parts} value={part} onChange={setPart} />
            ) : (
              <h2>Steps</h2>
            )}
            {result !== null && part === "steps" && <Times steps={result.steps} />}
          </div>
          {hasTokens && part === "tokens" ? <TokenView tokens={result.tokens} /> : <StepList run={run} />}
        </section>
        <Inspector run={run} />
      </div>
    </div>
  );
}

function Times({ steps }: { readonly steps: Parameters<typeof runTimes>[0] }): ReactNode {
  const { total, own } = runTimes(steps);
  return (
    <span className="small faint">
      {formatDuration(total)}, of it {formatDuration(own)} our own
    </span>
  );
}
