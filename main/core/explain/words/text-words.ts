/** The words of a text and where they stand, so that phrases are found without reading the text again. */
export type TextWords = {
  readonly count: number;
  readonly all: readonly string[];
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** The different words in order, for words that begin alike. */
  readonly sorted: readonly string[];
};

/** Nobody describes a situation in more; what is beyond is not read. */
const mostCharacters = 200_000;

/** Reads the words of a text: small letters, without signs. `can't` is one word, `sign-in` and `127.0.0.1` are several. */
export function readWords(text: string): TextWords {
  const plain = text
    .slice(0, mostCharacters)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/['’`´]/g, "");
  const all = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
  const places = new Map<string, number[]>();
  all.forEach((word, place) => {
    const known = places.get(word);
    if (known === undefined) places.set(word, [place]);
    else known.push(place);
  });
  return { count: all.length, all, places, sorted: [...places.keys()].sort() };
}

/** Where a phrase begins in a text, see the form of phrases at `Situation`. */
export function placesOf(phrase: string, text: TextWords): readonly number[] {
  const parts = phrase.split(" ");
  const [first = "", ...rest] = parts;
  const starts = wordsLike(first, text).flatMap((word) => text.places.get(word) ?? []);
  return rest.length === 0
    ? starts
    : starts.filter((place) => rest.every((part, index) => isLike(text.all[place + index + 1], part)));
}

function wordsLike(part: string, text: TextWords): readonly string[] {
  if (!part.endsWith("*")) return text.places.has(part) ? [part] : [];
  const stem = part.slice(0, -1);
  const from = firstFrom(text.sorted, stem);
  let to = from;
  while (text.sorted[to]?.startsWith(stem)) to += 1;
  return text.sorted.slice(from, to);
}

/** The first place in the sorted words that is not before the stem. */
function firstFrom(sorted: readonly string[], stem: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < stem) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isLike(word: string | undefined, part: string): boolean {
  if (word === undefined) return false;
  return part.endsWith("*") ? word.startsWith(part.slice(0, -1)) : word === part;
}
