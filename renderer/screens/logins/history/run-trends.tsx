import type { ReactNode } from "react";
import type { TrendView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { useHistory, useRuns } from "../../../stores/context.ts";
import { toldTrends } from "./told-trends.ts";
import { TrendText } from "./trend-text.tsx";

/**
 * Since when it answers as the shown run does, why it may be another answer than before, and the way to compare the two runs at the
 * turning point. Nothing for a run that is not one of the newest streak, nor while two other runs are compared.
 */
export function RunTrends({ runId }: { readonly runId: string }): ReactNode {
  const trends = useHistory((state) => state.trends);
  const isCompared = useHistory((state) => state.comparison !== null);
  return isCompared
    ? null
    : toldTrends(trends, runId).map((trend) => <RunTrend key={trend.signIn} trend={trend} />);
}

function RunTrend({ trend }: { readonly trend: TrendView }): ReactNode {
  return (
    <p className="verdict-trend" data-sign-in={trend.signIn}>
      <TrendText trend={trend} /> <CompareTurn trend={trend} isInText />
    </p>
  );
}

type CompareTurnProps = {
  readonly trend: TrendView;
  /** As the last words of a paragraph. */
  readonly isInText?: boolean;
};

/** Marks the two runs between which the answer changed; nothing where it did not. */
export function CompareTurn({ trend: { before, runIds }, isInText = false }: CompareTurnProps): ReactNode {
  const markBoth = useHistory((state) => state.markBoth);
  // What is going on may move the turning point.
  const isRunning = useRuns((state) => state.runningId !== null);
  const first = runIds.at(-1);
  return before === null || first === undefined || isRunning ? null : (
    <Button look={[isInText ? "plain" : "small"]} onPress={() => markBoth(before.runId, first)}>
      Compare before and after
    </Button>
  );
}
