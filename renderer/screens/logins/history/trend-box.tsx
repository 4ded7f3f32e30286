import type { ReactNode } from "react";
import { useHistory } from "../../../stores/context.ts";
import { trendReason, trendSentence } from "../../../text/trend-sentence.ts";
import { CompareTurn } from "./run-trends.tsx";
import { otherTrends } from "./told-trends.ts";

/** Since when each sign-in answers as it does, but for what the verdict of the shown run says itself. */
export function TrendBox(): ReactNode {
  const trends = useHistory((state) => state.trends);
  const shownId = useHistory((state) => state.selectedId);
  const now = new Date();
  return otherTrends(trends, shownId).map((trend) => (
    <div key={trend.signIn} className="trend" data-sign-in={trend.signIn}>
      <p>
        {trendSentence(trend, now)} <span className="quiet">{trendReason(trend)}</span>
      </p>
      <CompareTurn trend={trend} />
    </div>
  ));
}
