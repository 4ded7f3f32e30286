/** A piece of a text: what can be seen, or one mark that cannot. */
export type UnseenPart = {
  readonly text: string;
  /** What the mark is called, and the sign that stands for it; null for what can be seen. */
  readonly name: string | null;
  readonly sign: string;
};

/** Blanks at the ends; anywhere: control and format characters, blanks that are none, fillers, separators. */
const unseenMark =
  /^ +| +$|\p{Cc}|\p{Cf}|(?! )\p{Zs}|\u2028|\u2029|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;

const names: Readonly<Record<string, string>> = {
  " ": "A blank",
  "\t": "A tab",
  "\n": "A line break",
  "\r": "A line break",
  "\u00a0": "A no-break space",
  "\u200b": "A zero-width space",
  "\ufeff": "A byte order mark",
};

/** Cuts a text at what cannot be seen in it, for showing; what is wrong with a value is said by main. */
export function splitUnseen(text: string): readonly UnseenPart[] {
  const parts: UnseenPart[] = [];
  let end = 0;
  for (const match of text.matchAll(unseenMark)) {
    if (match.index > end) {
      parts.push({ text: text.slice(end, match.index), name: null, sign: "" });
    }
    const [mark] = match;
    const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    const known = names[mark.charAt(0)];
    parts.push({
      text: mark,
      name: known ?? `The character U+${code}`,
      sign:
        known === undefined || mark === "\ufeff" || mark === "\u200b" ? `U+${code}` : "·".repeat(mark.length),
    });
    end = match.index + mark.length;
  }
  return end < text.length ? [...parts, { text: text.slice(end), name: null, sign: "" }] : parts;
}
