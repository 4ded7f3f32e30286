import type { ReactNode } from "react";
import { useHistory } from "../../../stores/context.ts";
import { trendReason, trendSentence } from "../../../text/trend-sentence.ts";

/** Since when it answers as the shown run does; nothing for a run that is not one of the newest streak. */
export function RunTrends({ runId }: { readonly runId: string }): ReactNode {
  const trends = useHistory((state) => state.trends);
  const now = new Date();
  return trends
    .filter(({ runIds, before }) => runIds.includes(runId) && (before !== null || runIds.length > 1))
    .map((trend) => (
      <p key={trend.signIn} className="verdict-trend">
        {trendSentence(trend, now)} {trendReason(trend)}
      </p>
    ));
}
