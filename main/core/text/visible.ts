import { joinerOfPictures, otherBlank, unseen } from "./unseen.ts";

const names: Readonly<Record<string, string>> = {
  "\u00a0": "a no-break space",
  "\u00ad": "a soft hyphen",
  "\u200b": "a zero-width space",
  "\u200c": "a zero-width non-joiner",
  "\u200d": "a zero-width joiner",
  "\u200e": "a left-to-right mark",
  "\u200f": "a right-to-left mark",
  "\u202f": "a narrow no-break space",
  "\u2060": "a word joiner",
  "\u3000": "an ideographic space",
  "\ufeff": "a byte order mark",
};

/**
 * A text in quotes as JSON writes it, in which everything shows: blanks at the ends stand inside the quotes, line breaks as
 * `\n`, whatever else is not seen or only looks like a blank as `\u00a0`.
 */
export function visibleQuote(text: string): string {
  return visibleJson(JSON.stringify(text));
}

/** The same JSON with every character escaped that is not seen or only looks like a blank. */
export function visibleJson(json: string): string {
  return json.replace(unseen, escaped).replace(otherBlank, escaped);
}

/**
 * What of a text is not seen: blanks or line breaks at its ends, and characters that are invisible or only look like a blank.
 * Line breaks and tabs inside are the layout of a text and not named.
 *
 * @returns parts of a sentence, each kind of character once and at most five in all; empty where nothing is hidden
 */
export function hiddenParts(text: string): readonly string[] {
  const parts: string[] = [];
  if (/^[ \t\r\n]/.test(text)) parts.push(`${blankName(/^[ \t\r\n]+/.exec(text)?.[0] ?? "")} at the start`);
  const trimmed = text.trimEnd();
  const tail = text.slice(trimmed.length).replace(/^[^ \t\r\n]+/, "");
  if (trimmed !== "" && /[ \t\r\n]$/.test(text)) parts.push(`${blankName(tail)} at the end`);
  const inside = text.replace(joinerOfPictures, "");
  const found = new Set([...inside.matchAll(unseen), ...inside.matchAll(otherBlank)].map(([mark]) => mark));
  for (const mark of found) if (!/[\n\r\t]/.test(mark)) parts.push(nameOf(mark));
  return parts.slice(0, 5);
}

/** A text without blanks at its ends and without anything that is not seen, to compare it with what was meant. */
export function withoutHidden(text: string): string {
  return text.replace(unseen, "").replace(otherBlank, "").trim();
}

/** A name in a sentence: as it is where nothing hides in it, else in quotes. */
export function visibleName(name: string): string {
  return hiddenParts(name).length === 0 ? name : visibleQuote(name);
}

function blankName(blanks: string): string {
  if (/[\r\n]/.test(blanks)) return "a line break";
  if (blanks.includes("\t")) return "a tab";
  return blanks.length === 1 ? "a blank" : `${blanks.length} blanks`;
}

function nameOf(mark: string): string {
  const code = `U+${(mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const name = names[mark] ?? (/\p{Cc}/u.test(mark) ? "a control character" : "an invisible character");
  return `${name} (${code})`;
}

function escaped(mark: string): string {
  return [...Array(mark.length).keys()]
    .map((at) => `\\u${mark.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
