/** A piece of a text (offsets in UTF-16 units) and what stands in its place. */
export type Range = { readonly start: number; readonly end: number; readonly shown: string };

/**
 * A text with pieces of it replaced. Pieces that overlap go as one; of two replacements the one of the longer piece stays.
 *
 * @param keep how many characters of the text come out; a piece that crosses this place is replaced as a whole. What is cut
 *   off is said at the end
 */
export function replaceRanges(
  text: string,
  ranges: readonly Range[],
  keep: number = Number.POSITIVE_INFINITY,
): string {
  let result = "";
  let at = 0;
  for (const { start, end, shown } of merged(ranges)) {
    if (start >= keep) break;
    result += text.slice(at, start) + shown;
    at = end;
  }
  if (text.length <= keep) return result + text.slice(at);
  const shown = Math.max(at, keep);
  return result + text.slice(at, shown) + (shown >= text.length ? "" : cutMark(text.length - shown));
}

/** What stands behind a text that was cut. */
export function cutMark(more: number): string {
  return ` … ${more} more characters`;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const result: Range[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last === undefined || range.start >= last.end) result.push(range);
    else {
      const longer = range.end - range.start > last.end - last.start ? range : last;
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, range.end),
        shown: longer.shown,
      };
    }
  }
  return result;
}
