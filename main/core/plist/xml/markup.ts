/** A piece of XML that begins with `<`: what it is, and from where to behind where. */
export type Markup = {
  readonly kind: "remark" | "opening" | "closing" | "other";
  readonly start: number;
  readonly end: number;
  /** It is a comment or an instruction, or a DOCTYPE with one inside. */
  readonly holdsRemark: boolean;
};

/**
 * Everything that begins with `<`, in order; comments and instructions are remarks. Looks at each character once, whatever stands
 * there, and ends where something is never closed. (XML 1.0, sections 2.4 to 2.8 and 3.1)
 */
export function* markupIn(text: string): Iterable<Markup> {
  for (let start = text.indexOf("<"); start >= 0; ) {
    const kind = kindAt(text, start);
    const { end, holdsRemark } = plainEnd(text, start) ?? declarationEnd(text, start);
    if (end < 0) return;
    yield { kind, start, end, holdsRemark };
    start = text.indexOf("<", end);
  }
}

function kindAt(text: string, at: number): Markup["kind"] {
  if (text.startsWith("<!--", at) || text.startsWith("<?", at)) return "remark";
  if (text.startsWith("<!", at)) return "other";
  return text.startsWith("</", at) ? "closing" : "opening";
}

/** The offset behind something; -1 where it has no end. */
type End = { readonly end: number; readonly holdsRemark: boolean };

/** The end of a tag or of a DOCTYPE: in quotes `>` is a character like others, and so it is between the brackets of a DOCTYPE. */
function declarationEnd(text: string, at: number): End {
  let isSubset = false;
  let holdsRemark = false;
  for (let offset = at + 1; offset < text.length; ) {
    const character = text[offset];
    if (character === ">" && !isSubset) return { end: offset + 1, holdsRemark };
    if (character === "[") isSubset = true;
    else if (character === "]") isSubset = false;
    const inner = character === "<" ? plainEnd(text, offset) : null;
    if (inner?.holdsRemark === true) holdsRemark = true;
    const isQuote = character === '"' || character === "'";
    const next = isQuote ? behind(text, character, offset + 1) : (inner?.end ?? offset + 1);
    if (next < 0) break;
    offset = next;
  }
  return { end: -1, holdsRemark };
}

/** The end of what ends with a mark of its own; null for tags and declarations, in which quotes count. */
function plainEnd(text: string, at: number): End | null {
  const closing = closingOf(text, at);
  if (closing === null) return null;
  return { end: behind(text, closing.mark, at + closing.opening), holdsRemark: closing.mark !== "]]>" };
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** How what begins here ends: a comment, a CDATA section, a processing instruction; null for everything else. */
export function closingOf(
  text: string,
  at: number,
): { readonly opening: number; readonly mark: string } | null {
  if (text.startsWith("<!--", at)) return { opening: 4, mark: "-->" };
  if (text.startsWith("<![CDATA[", at)) return { opening: 9, mark: "]]>" };
  return text.startsWith("<?", at) ? { opening: 2, mark: "?>" } : null;
}
