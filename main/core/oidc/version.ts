/**
 * True when `version` (`2.11`, `2.11.1`) comes before `limit`. Null means the current version, which comes before nothing.
 * Parts that are not numbers count as 0.
 */
export function isBefore(version: string | null, limit: string): boolean {
  if (version === null) return false;
  const a = parts(version);
  const b = parts(limit);
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function parts(version: string): readonly number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10) || 0);
}
