/** How far the reading of one file is; told at most five times a second, and never backwards. */
export type ReadingProgress = {
  /** A share of the text more was copied to be read. */
  readonly copied: (share: number) => void;
  /** So much of what DuckDB reads is in the table. */
  readonly inserted: (share: number) => void;
};

/** Copying is quicker than reading what was copied. */
const copyPart = 0.2;
const pause = 200;

/** @param tell gets a number from 0 to 1 */
export function readingProgress(
  tell: (share: number) => void,
  now: () => number = Date.now,
): ReadingProgress {
  let copied = 0;
  let toldShare = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  const told = (share: number) => {
    if (share <= toldShare || now() - toldAt < pause) return;
    toldShare = share;
    toldAt = now();
    tell(share);
  };
  return {
    copied: (share) => {
      copied = Math.min(1, copied + share);
      told(copied * copyPart);
    },
    inserted: (share) => {
      const before = copied === 0 ? 0 : copyPart;
      told(before + (1 - before) * Math.min(1, Math.max(0, share)));
    },
  };
}
