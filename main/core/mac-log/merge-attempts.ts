import type { MacLogAttempt } from "./mac-log.ts";

/**
 * Attempts of several files in the order of time. Two files can tell of one attempt, as `jamf_login.log` and the unified log do: where
 * they overlap and do not say different things, one of them stays, the one with the deciding line.
 */
export function mergeAttempts(attempts: readonly MacLogAttempt[]): readonly MacLogAttempt[] {
  const sorted = attempts.toSorted((a, b) =>
    wall(a.at) < wall(b.at) ? -1 : wall(a.at) > wall(b.at) ? 1 : 0,
  );
  const merged: MacLogAttempt[] = [];
  for (const attempt of sorted) {
    const same = merged.findLastIndex((other) => isSame(other, attempt));
    const other = merged[same];
    if (other === undefined) merged.push(attempt);
    else if (other.deciding === null && attempt.deciding !== null) merged[same] = attempt;
  }
  return merged;
}

function isSame(a: MacLogAttempt, b: MacLogAttempt): boolean {
  if (a.file === b.file || wall(a.until) < wall(b.at) || wall(b.until) < wall(a.at)) return false;
  return a.evidence === null || b.evidence === null || a.evidence.name === b.evidence.name;
}

/** Both are times of one Mac, so the clock on its wall orders them; a zone that only one file gives cannot. */
function wall(at: string): string {
  return at.slice(0, 19);
}
