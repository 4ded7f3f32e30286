/** A count with its noun: `1 error`, `3 errors`, `1,204 rows`. */
export function count(amount: number, noun: string, plural: string = `${noun}s`): string {
  return `${groupDigits(amount)} ${amount === 1 ? noun : plural}`;
}

/** Whole number with a comma between thousands. */
export function groupDigits(amount: number): string {
  return new Intl.NumberFormat("en-US").format(Math.trunc(amount));
}

/** Size of a file in words: bytes below 10,000, then kB, then MB. */
export function formatBytes(bytes: number): string {
  if (bytes < 10_000) {
    return `${groupDigits(bytes)} bytes`;
  }
  if (bytes < 1_000_000) {
    return `${groupDigits(bytes / 1000)} kB`;
  }
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
