export type XmlToken = { readonly kind: "tag" | "key" | "text" | "mute"; readonly text: string };

const piece = /(<!--.*?(?:-->|$)|<[?!][^>]*>?|<\/?[^>]*>?)/g;

/**
 * Splits one line of a property list for colouring: tags of keys, other tags, what is only frame (declaration,
 * comments), text. Works line by line and never fails: what it does not know is text.
 */
export function tokenizeXmlLine(line: string): readonly XmlToken[] {
  return line
    .split(piece)
    .filter((part) => part !== "")
    .map((part) => ({ kind: kindOf(part), text: part }));
}

function kindOf(part: string): XmlToken["kind"] {
  if (part === "<key>" || part === "</key>") {
    return "key";
  }
  if (part.startsWith("<?") || part.startsWith("<!")) {
    return "mute";
  }
  return part.startsWith("<") ? "tag" : "text";
}

/** A token, or the one character that is wrong. */
export type MarkedToken = XmlToken | { readonly kind: "error"; readonly text: string };

/**
 * Parts the character at a column (from 1) from its token. A column behind the end marks a blank there: that is where
 * something is missing.
 */
export function markColumn(tokens: readonly XmlToken[], column: number): readonly MarkedToken[] {
  const marked: MarkedToken[] = [];
  let start = 1;
  for (const token of tokens) {
    const at = column - start;
    start += token.text.length;
    if (at < 0 || at >= token.text.length) {
      marked.push(token);
      continue;
    }
    const parts: readonly MarkedToken[] = [
      { kind: token.kind, text: token.text.slice(0, at) },
      { kind: "error", text: token.text.slice(at, at + 1) },
      { kind: token.kind, text: token.text.slice(at + 1) },
    ];
    marked.push(...parts.filter((part) => part.text !== ""));
  }
  return column >= start ? [...marked, { kind: "error", text: " " }] : marked;
}
