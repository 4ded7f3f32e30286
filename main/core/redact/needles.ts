import { bytesOf } from "./bytes.ts";
import { masked } from "./names.ts";
import { shortenUserName } from "./user-name.ts";

/** The values of one run that must not appear anywhere: `hidden` become {@link masked}, user names are shortened. */
export type SecretValues = { readonly hidden: readonly string[]; readonly userNames: readonly string[] };

/** One form of a value as it is looked for. */
export type Needle = {
  /** Folded with {@link fold}. */
  readonly bytes: Uint8Array;
  /** How many of its first bytes must be found; the rest is masked as far as it is there. */
  readonly anchor: number;
  /** Found only where no letter or digit stands beside it. */
  readonly wholeWord: boolean;
  readonly shown: string;
};

/** Values that are ready to be looked for. Made once for a run, because every text of it is searched for the same. */
export type KnownSecrets = {
  /** By the first byte. */
  readonly byFirst: readonly (readonly Needle[] | undefined)[];
  /** The fewest bytes by which a needle is found; what is shorter holds none. */
  readonly shortest: number;
};

/**
 * Shorter values are not looked for in texts. They are masked where their field says what they are: replacing every “a”
 * would hide nothing, garble all, and tell which letter is missing.
 */
const shortestSearched = 4;

/** From this length on a value is found inside words too; before, only as a word of its own: “test” is not in “latest”. */
const shortestInWords = 6;

/**
 * Of a longer value the beginning gives it away: a server that repeats a token often cuts it. It also keeps the search
 * short whatever a provider sends as a token.
 */
const longestAnchor = 64;

/** Gets the values of a run ready to be looked for. */
export function prepareSecrets({ hidden, userNames }: SecretValues): KnownSecrets {
  const needles = [
    ...[...new Set(hidden)].flatMap((value) => needlesOf(value, masked)),
    ...[...new Set(userNames)].flatMap((name) => needlesOf(name, shortenUserName(name))),
  ];
  const byFirst: (Needle[] | undefined)[] = new Array(256).fill(undefined);
  for (const needle of needles) {
    const first = needle.bytes[0] ?? 0;
    const list = byFirst[first] ?? [];
    list.push(needle);
    byFirst[first] = list;
  }
  return { byFirst, shortest: Math.min(...needles.map(({ anchor }) => anchor)) };
}

function needlesOf(value: string, shown: string): readonly Needle[] {
  if (value.length < shortestSearched) return [];
  const wholeWord = value.length < shortestInWords;
  return formsOf(value).map((bytes) => {
    for (let at = 0; at < bytes.length; at += 1) bytes[at] = fold(bytes[at] ?? 0);
    return { bytes, anchor: Math.min(bytes.length, longestAnchor), wholeWord, shown };
  });
}

/** Longer ones are tokens, which are ASCII and not what Windows encodes; a provider decides how long they are. */
const longestInOtherForms = 4_096;

/** The bytes that an encoder may have been given: UTF-8, UTF-16 as Windows has it, Latin-1 where it can hold the value. */
function formsOf(value: string): readonly Uint8Array[] {
  if (value.length > longestInOtherForms) return [new TextEncoder().encode(value)];
  const utf8 = bytesOf(value).bytes;
  const utf16 = new Uint8Array(value.length * 2);
  const latin1 = new Uint8Array(value.length);
  let isLatin1 = utf8.length > value.length;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    utf16[at * 2] = code & 0xff;
    utf16[at * 2 + 1] = code >> 8;
    latin1[at] = code;
    isLatin1 &&= code < 0x100;
  }
  return isLatin1 ? [utf8, utf16, latin1] : [utf8, utf16];
}

/** Capitals do not count (servers fold user names and escapes), and a blank may have become a plus in a form. */
export function fold(byte: number): number {
  if (byte >= 0x41 && byte <= 0x5a) return byte + 0x20;
  return byte === 0x2b ? 0x20 : byte;
}

export function isWordByte(byte: number): boolean {
  const lower = byte | 0x20;
  return (byte >= 0x30 && byte <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}
