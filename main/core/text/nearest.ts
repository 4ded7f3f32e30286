/** Longest name that is compared; no key is as long. */
const longest = 60;

/**
 * The known name that a mistyped one is nearest to: a fourth of its letters may differ, and the first of the nearest
 * counts. Null where none is near.
 */
export function nearest(text: string, known: readonly string[]): string | null {
  if (text.length > longest) return null;
  const written = text.toLowerCase();
  let best: string | null = null;
  let least = Math.max(1, Math.floor(text.length / 4)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - text.length) >= least) continue;
    const distance = editDistance(written, name.toLowerCase(), least);
    if (distance < least) {
      best = name;
      least = distance;
    }
  }
  return best;
}

/** Levenshtein's distance; `limit` or more where it is at least that. */
function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? limit;
}
