import { SaxesParser } from "saxes";

/** One element of an answer of the Classic API. */
export type XmlElement = {
  readonly name: string;
  /** Text and CDATA directly inside, put together. */
  readonly text: string;
  readonly children: readonly XmlElement[];
};

type Open = { readonly name: string; text: string; readonly children: XmlElement[] };

/** Deepest level and most elements; a list of 10,000 profiles stays below. */
const deepest = 32;
const mostElements = 200_000;
const pieceLength = 64 * 1024;

/** Reads XML as a tree; null for what is not well-formed, cut off, or beyond the limits. Entities of a DTD are never expanded. */
export function readXmlTree(text: string): XmlElement | null {
  const parser = new SaxesParser();
  const path: Open[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  let broken = false;
  parser.on("error", () => {
    broken = true;
  });
  parser.on("doctype", () => {
    broken = true;
  });
  parser.on("opentagstart", ({ name }) => {
    elements += 1;
    if (elements > mostElements || path.length >= deepest) broken = true;
    path.push({ name, text: "", children: [] });
  });
  const take = (piece: string) => {
    const open = path.at(-1);
    if (open !== undefined) open.text += piece;
  };
  parser.on("text", take);
  parser.on("cdata", take);
  parser.on("closetag", () => {
    const closed = path.pop();
    if (closed === undefined) return;
    const parent = path.at(-1);
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  for (let at = 0; at < text.length && !broken; at += pieceLength)
    parser.write(text.slice(at, at + pieceLength));
  if (!broken) parser.close();
  return broken ? null : root;
}

/** The first element inside with this name. */
export function childOf(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((child) => child.name === name) ?? null;
}

/** The text of the element inside with this name, without blanks at its ends; null where there is none. */
export function textOf(element: XmlElement | null, name: string): string | null {
  return childOf(element, name)?.text.trim() ?? null;
}

/** Text as it stands between two tags. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** An element as one text, with its inner elements in one order: equal for equal content, whatever its layout. */
export function canonicalXml(element: XmlElement): string {
  const inner = element.children.map(canonicalXml).sort().join("");
  return `<${element.name}>${escapeXml(element.text.trim())}${inner}</${element.name}>`;
}
