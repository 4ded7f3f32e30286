import type { Beginning } from "./report.ts";

/** How many sign-ins of an hour succeeded, and how many were correct passwords that met a second factor. */
export type Hour = { readonly hour: number; readonly successes: number; readonly met: number };

/** Before and after have to hold so many rows, or nothing began. */
const fewest = 10;
/** Before, at most this share met a second factor; after, at least the rest. */
const share = 0.2;

/** Microsoft's roll-out of enforced baseline scopes: from 15 June 2026, over several weeks, for each tenant at its own time. */
const baselineFrom = Date.UTC(2026, 5, 15);
const baselineTo = Date.UTC(2026, 9, 1);

/**
 * The hour at which sign-ins that used to succeed began to meet a second factor; null where no hour parts them.
 *
 * @param hours ascending
 */
export function beginningHour(
  hours: readonly Hour[],
): (Pick<Beginning, "after"> & { readonly hour: number }) | null {
  const all = { successes: sum(hours, "successes"), met: sum(hours, "met") };
  let before = { successes: 0, met: 0 };
  let best: { readonly index: number; readonly wrong: number } | null = null;
  for (const [index, hour] of hours.entries()) {
    const after = { successes: all.successes - before.successes, met: all.met - before.met };
    const parts =
      before.successes >= fewest &&
      after.met >= fewest &&
      before.met <= (before.met + before.successes) * share &&
      after.successes <= (after.met + after.successes) * share;
    const wrong = before.met + after.successes;
    if (parts && hour.met > 0 && (best === null || wrong < best.wrong)) best = { index, wrong };
    before = { successes: before.successes + hour.successes, met: before.met + hour.met };
  }
  const hour = best === null ? undefined : hours[best.index];
  if (best === null || hour === undefined) return null;
  return {
    hour: hour.hour,
    after: sum(hours.slice(best.index), "met"),
  };
}

function sum(hours: readonly Hour[], of: "successes" | "met"): number {
  return hours.reduce((total, hour) => total + hour[of], 0);
}

/** Whether a time and the resource of the rows fit Microsoft's change of baseline scopes. */
export function fitsBaselineChange(at: number, reachesDirectory: boolean): boolean {
  return reachesDirectory && at >= baselineFrom && at < baselineTo;
}
