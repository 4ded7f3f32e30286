import type { ReactNode } from "react";
import { Button } from "../../../components/button.tsx";
import { useHistory, useRuns } from "../../../stores/context.ts";
import { trendReason, trendSentence } from "../../../text/trend-sentence.ts";

/** Since when each sign-in answers as it does, with the way to compare the two runs at the turning point. */
export function TrendBox(): ReactNode {
  const trends = useHistory((state) => state.trends);
  const markBoth = useHistory((state) => state.markBoth);
  // What is going on may move the turning point.
  const isRunning = useRuns((state) => state.runningId !== null);
  const now = new Date();
  const telling = trends.filter(({ before, runIds }) => before !== null || runIds.length > 1);
  return telling.map((trend) => {
    const first = trend.runIds.at(-1);
    const { before } = trend;
    return (
      <div key={trend.signIn} className="trend" data-sign-in={trend.signIn}>
        <p>
          {trendSentence(trend, now)} <span className="quiet">{trendReason(trend)}</span>
        </p>
        {before !== null && first !== undefined && !isRunning && (
          <Button look={["small"]} onPress={() => markBoth(before.runId, first)}>
            Compare with the run before
          </Button>
        )}
      </div>
    );
  });
}
