/** Where an element of an XML property list stands in its text. */
export type XmlPlace = {
  readonly name: string;
  /** Offset of its `<`, and the one behind its last `>`. */
  readonly start: number;
  readonly end: number;
  /** Offset behind the opening tag. */
  readonly contentStart: number;
  /** An element of one tag, `<dict/>`. */
  readonly isOneTag: boolean;
  /** The elements directly inside; in a dictionary each key and behind it its value. */
  readonly children: readonly XmlPlace[];
};

/** Everything that begins with `<` in well-formed XML without declarations inside its DOCTYPE (XML 1.0, section 2). */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE(?:[^[>"']|"[^"]*"|'[^']*')*>|<(\/?)([A-Za-z]+)(?:[^>"']|"[^"]*"|'[^']*')*>/gu;

/**
 * The places of the elements in a text that `readXmlPlist` has read without a problem: nothing is checked here a second time.
 *
 * @returns the element of the whole value; null where the text is not as simple as property lists are
 */
export function xmlPlaces(text: string): XmlPlace | null {
  type Growing = { -readonly [Part in keyof XmlPlace]: XmlPlace[Part] } & { readonly children: XmlPlace[] };
  const open: Growing[] = [];
  let root: XmlPlace | null = null;
  for (const match of text.matchAll(markup)) {
    const [tag, slash, name] = match;
    if (name === undefined || name === "plist") continue;
    const end = match.index + tag.length;
    if (slash === "/") {
      const closed = open.pop();
      if (closed?.name !== name) return null;
      closed.end = end;
      continue;
    }
    const isOneTag = tag.endsWith("/>");
    const place: Growing = { name, start: match.index, end, contentStart: end, isOneTag, children: [] };
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(place);
    else if (root === null) root = place;
    else return null;
    if (!isOneTag) open.push(place);
  }
  return open.length === 0 ? root : null;
}

/** Comments and instructions of a piece of text, in their order: what people and other tools wrote beside the values. */
export function remarksIn(text: string): readonly string[] {
  return [...text.matchAll(markup)].map(([mark]) => mark).filter((mark) => /^<(?:!--|\?)/u.test(mark));
}
