/** One line of a comparison: in both texts, only in the first, or only in the second. */
export type DiffLine = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** A comparison of more different lines than this is read by nobody, and takes time that grows with its square. */
const mostDifferent = 2_000;

/**
 * Compares two texts line by line with as few changes as there can be (Myers, "An O(ND) Difference Algorithm", 1986). What is removed
 * stands before what is added in its place.
 *
 * @returns null where more than two thousand lines differ
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] | null {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    end < after.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end += 1;
  const middle = shortest(before.slice(start, before.length - end), after.slice(start, after.length - end));
  if (middle === null) return null;
  const same = (text: string): DiffLine => ({ kind: "same", text });
  return [...before.slice(0, start).map(same), ...middle, ...before.slice(before.length - end).map(same)];
}

/** Only what differs, with so many lines of what is around it; null stands for what is left out between. */
export function aroundChanges(lines: readonly DiffLine[], around: number): readonly (DiffLine | null)[] {
  const near = new Set<number>();
  for (const [index, { kind }] of lines.entries())
    if (kind !== "same") for (let at = index - around; at <= index + around; at += 1) near.add(at);
  const shown: (DiffLine | null)[] = [];
  for (const [index, line] of lines.entries()) {
    if (near.has(index)) shown.push(line);
    else if (shown.length > 0 && shown.at(-1) !== null) shown.push(null);
  }
  return shown.at(-1) === null ? shown.slice(0, -1) : shown;
}

function shortest(before: readonly string[], after: readonly string[]): readonly DiffLine[] | null {
  const most = Math.min(before.length + after.length, mostDifferent);
  const trace: Map<number, number>[] = [];
  let reached = new Map([[1, 0]]);
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(new Map(reached));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepsDown(reached, diagonal, edits) ? at(reached, diagonal + 1) : at(reached, diagonal - 1) + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      reached.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkBack(before, after, trace);
    }
    reached = new Map(reached);
  }
  return null;
}

function at(reached: ReadonlyMap<number, number>, diagonal: number): number {
  return reached.get(diagonal) ?? -1;
}

function stepsDown(reached: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  return diagonal === -edits || (diagonal !== edits && at(reached, diagonal - 1) < at(reached, diagonal + 1));
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let [x, y] = [before.length, after.length];
  for (let edits = trace.length - 1; edits >= 0; edits -= 1) {
    const reached = trace[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const isDown = stepsDown(reached, diagonal, edits);
    const from = isDown ? diagonal + 1 : diagonal - 1;
    const startX = edits === 0 ? 0 : at(reached, from);
    const startY = edits === 0 ? 0 : startX - from;
    while (x > startX && y > startY) {
      x -= 1;
      y -= 1;
      lines.push({ kind: "same", text: before[x] ?? "" });
    }
    if (edits === 0) break;
    if (isDown) lines.push({ kind: "added", text: after[startY] ?? "" });
    else lines.push({ kind: "removed", text: before[startX] ?? "" });
    [x, y] = [startX, startY];
  }
  return lines.toReversed();
}
