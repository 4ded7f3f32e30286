import { markupIn } from "./markup.ts";

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

/**
 * The places of the elements in a text that `readXmlPlist` has read without a problem: nothing is checked here a second time.
 *
 * @returns the element of the whole value; null where the text is not as simple as property lists are
 */
export function xmlPlaces(text: string): XmlPlace | null {
  type Growing = { -readonly [Part in keyof XmlPlace]: XmlPlace[Part] } & { readonly children: XmlPlace[] };
  const open: Growing[] = [];
  let root: XmlPlace | null = null;
  for (const { kind, start, end } of markupIn(text)) {
    const name = kind === "opening" || kind === "closing" ? nameIn(text, start) : "plist";
    if (name === "plist") continue;
    if (kind === "closing") {
      const closed = open.pop();
      if (closed?.name !== name) return null;
      closed.end = end;
      continue;
    }
    const isOneTag = text[end - 2] === "/";
    const place: Growing = { name, start, end, contentStart: end, isOneTag, children: [] };
    const parent = open.at(-1);
    if (parent !== undefined) parent.children.push(place);
    else if (root === null) root = place;
    else return null;
    if (!isOneTag) open.push(place);
  }
  return open.length === 0 ? root : null;
}

/** The name of the tag that begins here. */
function nameIn(text: string, start: number): string {
  return /[A-Za-z]+/u.exec(text.slice(start, start + longestTagStart))?.[0] ?? "";
}

/** `</string>` is the longest name that property lists have. */
const longestTagStart = 16;

/** Comments and instructions of a piece of text, in their order: what people and other tools wrote beside the values. */
export function remarksIn(text: string): readonly string[] {
  return [...markupIn(text)]
    .filter(({ kind }) => kind === "remark")
    .map(({ start, end }) => text.slice(start, end));
}

/** Whether a text holds a comment or an instruction beside the one of XML, in its DOCTYPE too. */
export function holdsRemark(text: string): boolean {
  for (const { start, holdsRemark: holds } of markupIn(text))
    if (holds && !/^<\?xml\s/u.test(text.slice(start, start + 6))) return true;
  return false;
}
