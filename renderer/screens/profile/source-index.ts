/** A value in the written source: its path from the root, and the lines from its key to its end (from 1, both in). */
export type SourceEntry = {
  readonly path: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Text of a string value. */
  readonly text: string | null;
};

type Open = {
  readonly path: readonly string[];
  readonly first: number;
  readonly isArray: boolean;
  next: number;
};

const keyLine = /^\s*<key>(.*)<\/key>\s*$/;
const openLine = /^\s*<(dict|array)>\s*$/;
const closeLine = /^\s*<\/(dict|array)>\s*$/;
const stringLine = /^\s*<string>(.*)<\/string>\s*$/;

/**
 * Where each value of a property list stands in its text. Made for the text that main writes, one element on a line;
 * in any other text some places are not found, which only means that nothing is marked.
 */
export function indexSource(source: string): readonly SourceEntry[] {
  const entries: SourceEntry[] = [];
  const open: Open[] = [];
  let pending: { readonly name: string; readonly line: number } | null = null;
  let leaf: {
    readonly path: readonly string[];
    readonly first: number;
    readonly text: string | null;
  } | null = null;

  const place = (line: number): { readonly path: readonly string[]; readonly first: number } => {
    const parent = open.at(-1);
    if (parent === undefined) {
      return { path: [], first: line };
    }
    const name = parent.isArray ? String(parent.next) : (pending?.name ?? "");
    const first = parent.isArray ? line : (pending?.line ?? line);
    parent.next += 1;
    pending = null;
    return { path: [...parent.path, name], first };
  };
  const finishLeaf = (last: number) => {
    if (leaf !== null) {
      entries.push({ ...leaf, last });
      leaf = null;
    }
  };

  source.split("\n").forEach((text, index) => {
    const line = index + 1;
    const key = keyLine.exec(text)?.[1];
    const opened = openLine.exec(text)?.[1];
    if (key !== undefined) {
      finishLeaf(line - 1);
      pending = { name: key, line };
    } else if (opened !== undefined) {
      finishLeaf(line - 1);
      open.push({ ...place(line), isArray: opened === "array", next: 0 });
    } else if (closeLine.test(text)) {
      finishLeaf(line - 1);
      const closed = open.pop();
      if (closed !== undefined) {
        entries.push({ path: closed.path, first: closed.first, last: line, text: null });
      }
    } else if (open.length > 0 && /^\s*<[^/!?]/.test(text)) {
      finishLeaf(line - 1);
      leaf = { ...place(line), text: stringLine.exec(text)?.[1] ?? null };
    }
  });
  return entries;
}

/** A key of a payload, as views name it. */
export type SourceKey = { readonly domain: string; readonly index: number; readonly keyPath: string };

/** The lines of a key, or null when the text does not hold it. */
export function linesOfKey(
  entries: readonly SourceEntry[],
  { domain, index, keyPath }: SourceKey,
): { readonly first: number; readonly last: number } | null {
  const wanted = keyPath.split(".");
  const settings = settingsOf(entries, domain)[index] ?? null;
  const path = settings === null ? null : [...settings, ...wanted];
  const found = path === null ? undefined : entries.find((entry) => isSame(entry.path, path));
  return found === undefined ? null : { first: found.first, last: found.last };
}

/** Paths of the dictionaries that hold the settings of a domain, in the order of the text. */
function settingsOf(entries: readonly SourceEntry[], domain: string): readonly (readonly string[])[] {
  const direct = entries
    .filter(
      ({ path, text }) => path.at(-1) === "PayloadType" && path[0] === "PayloadContent" && text === domain,
    )
    .map(({ path, first }) => ({ path: path.slice(0, -1), first }));
  const wrapped = entries
    .filter(({ path }) => path.at(-1) === "mcx_preference_settings" && path.at(-4) === domain)
    .map(({ path, first }) => ({ path, first }));
  if (!entries.some(({ path }) => path[0] === "PayloadContent")) {
    return [[]];
  }
  return [...direct, ...wrapped].sort((a, b) => a.first - b.first).map(({ path }) => path);
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, index) => name === b[index]);
}
