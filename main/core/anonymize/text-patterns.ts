import { isCommonWord } from "./common-words.ts";

/** Values that are looked for in texts, beside what looks like an address, an id or a host by itself. */
export type KnownValues = {
  /** Replaced wherever they stand, inside words too. */
  readonly exact: readonly string[];
  /** Replaced as whole words, whatever their capitals: user names, full names. */
  readonly words: readonly string[];
  /** Replaced as whole words in these capitals only: given and family names are words of the language too. */
  readonly names: readonly string[];
  /** Domains: the whole host name around one is replaced. */
  readonly domains: readonly string[];
  /** The names in domains, `contoso` of `contoso.com`: replaced inside words too. */
  readonly brands: readonly string[];
};

/** What a match was found as. */
export type PatternName =
  | "url"
  | "email"
  | "guid"
  | "v4"
  | "v6"
  | "exact"
  | "domain"
  | "word"
  | "name"
  | "brand"
  | "host";

const url = String.raw`[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>\\^${"`"}{|}\]]+`;
const email = String.raw`[\p{L}\p{N}_…][\p{L}\p{M}\p{N}._+'!#^~…-]{0,200}@[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,62}(?:\.[\p{L}\p{M}\p{N}-]{1,63}){0,10}`;
const guid = "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}";
/** Not the version of a product, `Chrome/143.0.0.0`. */
const v4 = String.raw`(?<![\d.])(?<![a-z]\/)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)`;
const v6 = String.raw`(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4})(?![\p{L}\p{N}:])`;
const tops =
  "com|net|org|edu|gov|mil|int|info|biz|cloud|dev|io|ai|eu|local|lan|internal|corp|intra|home|arpa|example|test|invalid|[a-z]{2}";
/** A host that nothing announced: lower labels with a usual end. */
const host = String.raw`(?<![\p{L}\p{N}@._-])(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}(?:${tops})(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])`;

/** One expression for everything, so that a label that was put in is never looked at again. */
export function textPattern(known: KnownValues): RegExp {
  const part = (name: PatternName, source: string | null) =>
    source === null ? [] : [`(?<${name}>${source})`];
  const word = (values: readonly string[]) => wrap(values, "(?<![\\p{L}\\p{N}_])", "(?![\\p{L}\\p{N}_])");
  const edge = String.raw`[\p{L}\p{N}_.-]{0,200}`;
  const searched = (values: readonly string[]) => values.filter((value) => !isCommonWord(value));
  const parts = [
    ...part("exact", wrap(known.exact, "", "")),
    ...part("url", url),
    ...part("email", email),
    ...part("guid", guid),
    ...part("v4", v4),
    ...part("v6", v6),
    ...part(
      "domain",
      wrap(known.domains, edge, String.raw`[\p{L}\p{N}_-]{0,200}(?:\.[\p{L}\p{N}_-]{1,63}){0,10}`),
    ),
    ...part("word", word(searched(known.words))),
    ...part("name", word(searched(known.names))),
    ...part("brand", wrap(searched(known.brands), "", "")),
    ...part("host", host),
  ];
  return new RegExp(parts.join("|"), "giu");
}

/** The longest first, so that a value that contains another one goes as a whole. */
function wrap(values: readonly string[], before: string, after: string): string | null {
  const distinct = [...new Set(values.map((value) => value.toLowerCase()))].filter((value) => value !== "");
  if (distinct.length === 0) return null;
  const sorted = distinct.toSorted((a, b) => b.length - a.length).map(literal);
  return `${before}(?:${sorted.join("|")})${after}`;
}

/** Source of an expression that matches exactly this text. */
function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, (character) =>
    character === "-" ? "\\x2d" : `\\${character}`,
  );
}
