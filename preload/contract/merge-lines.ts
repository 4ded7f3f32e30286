/** A part of a text that another text takes the place of, by offsets. */
export type TextChange = { readonly from: number; readonly to: number; readonly insert: string };

/** Lines `start` to `end` (without it) of the text before, and what stands there after. */
type Hunk = { readonly start: number; readonly end: number; readonly lines: readonly string[] };

/** Larger differences than this are one hunk: looking for the smallest takes the product of both lengths. */
const mostCells = 1_000_000;

/** What has to change to make one text of the other, line by line. */
export function lineChanges(before: string, after: string): readonly TextChange[] {
  const olds = linesOf(before);
  const starts: number[] = [0];
  for (const line of olds) {
    starts.push((starts.at(-1) ?? 0) + line.length);
  }
  return hunksOf(olds, linesOf(after)).map(({ start, end, lines }) => ({
    from: starts[start] ?? before.length,
    to: starts[end] ?? before.length,
    insert: lines.join(""),
  }));
}

/**
 * Brings what became of a text elsewhere into what somebody typed over it. Where both changed the same lines, the typed ones stay.
 *
 * @param base what both began with
 */
export function bringInto(base: string, typed: string, elsewhere: string): string {
  const olds = linesOf(base);
  const own = hunksOf(olds, linesOf(typed));
  const others = hunksOf(olds, linesOf(elsewhere)).filter(
    (other) => !own.some((hunk) => touches(hunk, other)),
  );
  const all = [...own, ...others].sort((a, b) => a.start - b.start);
  const out: string[] = [];
  let at = 0;
  for (const { start, end, lines } of all) {
    out.push(...olds.slice(at, start), ...lines);
    at = end;
  }
  out.push(...olds.slice(at));
  return out.join("");
}

function touches(a: Hunk, b: Hunk): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Each with its line feed. */
function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) {
    start += 1;
  }
  let tail = 0;
  while (tail < shorter - start && before.at(-1 - tail) === after.at(-1 - tail)) {
    tail += 1;
  }
  const olds = before.slice(start, before.length - tail);
  const news = after.slice(start, after.length - tail);
  if (olds.length === 0 && news.length === 0) {
    return [];
  }
  if (olds.length * news.length > mostCells || olds.length === 0 || news.length === 0) {
    return [{ start, end: start + olds.length, lines: news }];
  }
  return walk(olds, news, lengths(olds, news)).map((hunk) => ({
    ...hunk,
    start: hunk.start + start,
    end: hunk.end + start,
  }));
}

/** How many lines are the same behind each pair of places. */
function lengths(olds: readonly string[], news: readonly string[]): readonly Uint32Array[] {
  const rows = Array.from({ length: olds.length + 1 }, () => new Uint32Array(news.length + 1));
  for (let i = olds.length - 1; i >= 0; i -= 1) {
    for (let j = news.length - 1; j >= 0; j -= 1) {
      const row = rows[i];
      if (row !== undefined) {
        row[j] =
          olds[i] === news[j]
            ? (rows[i + 1]?.[j + 1] ?? 0) + 1
            : Math.max(rows[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
      }
    }
  }
  return rows;
}

function walk(
  olds: readonly string[],
  news: readonly string[],
  rows: readonly Uint32Array[],
): readonly Hunk[] {
  const hunks: Hunk[] = [];
  let open: { readonly start: number; readonly lines: string[] } | null = null;
  let i = 0;
  let j = 0;
  const close = () => {
    if (open !== null) {
      hunks.push({ start: open.start, end: i, lines: open.lines });
      open = null;
    }
  };
  while (i < olds.length || j < news.length) {
    if (i < olds.length && j < news.length && olds[i] === news[j]) {
      close();
      i += 1;
      j += 1;
      continue;
    }
    const hunk: { readonly start: number; readonly lines: string[] } = open ?? { start: i, lines: [] };
    open = hunk;
    if (j >= news.length || (i < olds.length && (rows[i + 1]?.[j] ?? 0) >= (rows[i]?.[j + 1] ?? 0))) {
      i += 1;
    } else {
      hunk.lines.push(news[j] ?? "");
      j += 1;
    }
  }
  close();
  return hunks;
}
