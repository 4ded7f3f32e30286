/** `mute` is a comment, `tag` a word of the language, `key` a command or the name of a member. */
export type ScriptToken = { readonly kind: "mute" | "tag" | "key" | "text"; readonly text: string };

const pattern = new RegExp(
  [
    String.raw`(?<mute>^\s*#.*$)`,
    String.raw`(?<member>"(?:[^"\\]|\\.)*"(?=\s*:))`,
    String.raw`(?<str>'(?:[^']|'')*'|"(?:[^"\\]|\\.)*")`,
    String.raw`(?<key>\b[A-Z][a-z]+-[A-Z]\w+|(?<=^\s*)az(?= ))`,
    String.raw`(?<tag>(?<![-\w$.])(?:if|then|else|elif|fi|foreach|for|while|do|done|in|function|return|param|local|throw|try|catch|case|esac|exit)(?![-=\w]))`,
  ].join("|"),
  "g",
);

/** Splits one line of a script for colouring. Works line by line and never fails: what it does not know is text. */
export function tokenizeScriptLine(line: string): readonly ScriptToken[] {
  const tokens: ScriptToken[] = [];
  let at = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > at) tokens.push({ kind: "text", text: line.slice(at, match.index) });
    const { mute, str, tag } = match.groups ?? {};
    // A text in quotes is told apart so that no word in it looks like code.
    const kind = mute !== undefined ? "mute" : str !== undefined ? "text" : tag !== undefined ? "tag" : "key";
    tokens.push({ kind, text: match[0] });
    at = match.index + match[0].length;
  }
  return at < line.length ? [...tokens, { kind: "text", text: line.slice(at) }] : tokens;
}
