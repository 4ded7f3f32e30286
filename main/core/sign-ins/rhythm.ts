/** Fewer failures than this are no rhythm. */
export const fewestTimes = 6;

/** The share of pauses that have to be one interval long; a Mac that sleeps, or changes its network, breaks some of them. */
const share = 0.6;
/** How far a pause may be from the interval. */
const tolerance = 0.06;
const minute = 60_000;

/**
 * The interval at which times come, in minutes, where they keep one; null where they do not.
 *
 * @param times milliseconds since 1970, in any order
 * @param checkMinutes `NetworkCheck` of the open profile: only that interval counts then; null tells it from the times
 */
export function rhythmOf(times: readonly number[], checkMinutes: number | null): number | null {
  if (times.length < fewestTimes) return null;
  const sorted = [...times].sort((a, b) => a - b);
  const pauses = sorted.slice(1).map((time, index) => (time - (sorted[index] ?? time)) / minute);
  const interval = checkMinutes ?? Math.round(middle(pauses));
  if (interval < 1 || interval > 24 * 60) return null;
  const kept = pauses.filter((pause) => Math.abs(pause - interval) <= Math.max(0.5, interval * tolerance));
  return kept.length >= pauses.length * share ? interval : null;
}

function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
