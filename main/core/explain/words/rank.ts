import { placesOf, type TextWords } from "./text-words.ts";

/** What can be found by words: groups of phrases, of each of which one has to stand near the others. */
export type Described = {
  readonly words: readonly (readonly string[])[];
  readonly never: readonly string[];
  readonly rank: Rank;
};

/** Words that name a thing (a product, a page) say more than any others; what fits everything is offered last. */
export type Rank = "named" | "usual" | "general";

const head: Readonly<Record<Rank, number>> = { named: 3, usual: 0, general: -100 };

/** Words that belong together stand within about two sentences. */
const near = 40;

/** In a long text, what surrounds the words must be about logins at all: a novel has doors that lock, too. */
const longText = 300;
const surroundings = 60;
const subject: readonly string[] = [
  "jamf",
  "entra",
  "azure",
  "okta",
  "microsoft",
  "mfa",
  "sso",
  "ropg",
  "oidc",
  "oauth",
  "filevault",
  "aadsts",
  "self service",
  "macos",
  "conditional access",
  "login window",
  "identity provider",
];

/**
 * The described things that a text may mean, the likeliest first: what matches with more and longer phrases, then what
 * stands first in the list. Linear in the length of the text.
 */
export function rankByWords<T extends Described>(text: TextWords, described: readonly T[]): readonly T[] {
  const about = text.count > longText ? placesOfAll(subject, text) : null;
  return described
    .flatMap((thing) => {
      const score = scoreOf(thing, text, about);
      return score === null ? [] : [{ thing, score }];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ thing }) => thing);
}

function scoreOf(thing: Described, text: TextWords, about: readonly number[] | null): number | null {
  if (thing.never.some((phrase) => placesOf(phrase, text).length > 0)) return null;
  const groups = thing.words.map((group) => found(group, text));
  if (groups.some(({ places }) => places.length === 0)) return null;
  const window = nearest(groups.map(({ places }) => places));
  if (window.to - window.from > near) return null;
  if (
    about !== null &&
    !about.some((at) => at >= window.from - surroundings && at <= window.to + surroundings)
  )
    return null;
  return groups.reduce((sum, { length }) => sum + length, head[thing.rank]);
}

/** Where a group stands, and how many words its longest phrase in the text has. */
function found(group: readonly string[], text: TextWords): { places: readonly number[]; length: number } {
  let length = 0;
  const places: number[] = [];
  for (const phrase of group) {
    const here = placesOf(phrase, text);
    if (here.length > 0) length = Math.max(length, phrase.split(" ").length);
    for (const place of here) places.push(place);
  }
  return { places: places.sort((a, b) => a - b), length };
}

function placesOfAll(phrases: readonly string[], text: TextWords): readonly number[] {
  return phrases.flatMap((phrase) => placesOf(phrase, text));
}

/** The shortest stretch of the text that has a place of every group; each place is looked at once. */
function nearest(groups: readonly (readonly number[])[]): { from: number; to: number } {
  const all = groups
    .flatMap((places, group) => places.map((place) => ({ place, group })))
    .sort((a, b) => a.place - b.place);
  const counts = groups.map(() => 0);
  let missing = groups.length;
  let best = { from: 0, to: Number.POSITIVE_INFINITY };
  let left = 0;
  for (const { place, group } of all) {
    if (counts[group] === 0) missing -= 1;
    counts[group] = (counts[group] ?? 0) + 1;
    while (missing === 0) {
      const first = all[left];
      if (first === undefined) break;
      if (place - first.place < best.to - best.from) best = { from: first.place, to: place };
      counts[first.group] = (counts[first.group] ?? 0) - 1;
      if (counts[first.group] === 0) missing += 1;
      left += 1;
    }
  }
  return best;
}
