import type { ReactNode } from "react";
import { useHistory } from "../../../stores/context.ts";
import { CompareTurn } from "./run-trends.tsx";
import { otherTrends } from "./told-trends.ts";
import { TrendText } from "./trend-text.tsx";

/** Since when each sign-in answers as it does, but for what the verdict of the shown run says itself. */
export function TrendBox(): ReactNode {
  const trends = useHistory((state) => state.trends);
  const shownId = useHistory((state) => state.selectedId);
  return otherTrends(trends, shownId).map((trend) => (
    <div key={trend.signIn} className="trend" data-sign-in={trend.signIn}>
      <p>
        <TrendText trend={trend} />
      </p>
      <CompareTurn trend={trend} />
    </div>
  ));
}
