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
