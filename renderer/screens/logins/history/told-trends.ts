import type { TrendView } from "../../../../preload/contract.ts";

/** The trends that say something of the run with this id: since when it answers so, or in how many runs. */
export function toldTrends(trends: readonly TrendView[], runId: string | null): readonly TrendView[] {
  return trends.filter((trend) => runId !== null && trend.runIds.includes(runId) && isTelling(trend));
}

/** The trends that the shown run does not tell itself. */
export function otherTrends(trends: readonly TrendView[], shownId: string | null): readonly TrendView[] {
  const told = toldTrends(trends, shownId);
  return trends.filter((trend) => isTelling(trend) && !told.includes(trend));
}

/** A single run with nothing before it tells of no time. */
function isTelling({ before, runIds }: TrendView): boolean {
  return before !== null || runIds.length > 1;
}
