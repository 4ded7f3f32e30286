/** What a piece of a line says; the words beside it say it too. */
export type Look = "bad" | "unsure" | "good" | "strong";

/** Which lines of a text get a look: what a pattern finds in a line, and the first line as a whole. */
export type Looks = {
  readonly head?: Look;
  readonly lines: readonly (readonly [pattern: RegExp, look: Look])[];
};

/** The words for how grave a finding is, where a line begins with one. */
export const severityLooks: Looks["lines"] = [
  [/^ *error\b/i, "bad"],
  [/^ *warning\b/i, "unsure"],
];

/** The codes of ECMA-48 (SGR): colours out of the eight that every terminal lets its person choose. */
const begin: Readonly<Record<Look, string>> = {
  bad: "\u001b[1;31m",
  unsure: "\u001b[1;33m",
  good: "\u001b[1;32m",
  strong: "\u001b[1m",
};
const end = "\u001b[0m";

/**
 * Colours a text. It must hold nothing of a terminal's own: so what a file says cannot look like one of our words.
 *
 * @param looks of the patterns, the first that fits a line is taken
 */
export function colour(text: string, { head, lines }: Looks): string {
  const coloured = text.split("\n").map((line, index) => {
    if (index === 0 && head !== undefined) return `${begin[head]}${line}${end}`;
    const found = lines.find(([pattern]) => pattern.test(line));
    return found === undefined ? line : line.replace(found[0], (part) => `${begin[found[1]]}${part}${end}`);
  });
  return coloured.join("\n");
}

/**
 * Whether an output is to be in colour: only on a terminal that has colours, and not where somebody asked for none.
 * Source: https://no-color.org, "when present and not an empty string (regardless of its value)".
 */
export function showsColours(
  output: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR = "", TERM = "" } = environment;
  return output.isTTY === true && NO_COLOR === "" && TERM !== "dumb";
}
