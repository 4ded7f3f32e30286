import { equalValues } from "../equal.ts";
import type { PlistArray, PlistDict, PlistValue } from "../value.ts";
import { remarksIn, type XmlPlace, xmlPlaces } from "./places.ts";
import { xmlElement, xmlKey } from "./write.ts";

/** One piece of a text that another takes the place of. */
type TextEdit = { readonly start: number; readonly end: number; readonly text: string };

/** A text and what is to change in it. */
type Page = { readonly text: string; readonly lineEnd: string; readonly edits: TextEdit[] };

/**
 * The text of an XML property list with another value in it: only the elements that differ are touched. Comments stay, those inside
 * of a replaced or removed element as well, and so do line ends, indents and everything else.
 *
 * @param text what was read
 * @param before the value that was read from it
 * @returns null where an element cannot be found (a key that stands twice in one dictionary)
 */
export function editXmlPlist(text: string, before: PlistValue, after: PlistValue): string | null {
  const root = xmlPlaces(text);
  if (root === null) return null;
  const page: Page = { text, lineEnd: text.includes("\r\n") ? "\r\n" : "\n", edits: [] };
  return change(page, root, before, after) ? edited(page) : null;
}

function edited({ text, edits }: Page): string | null {
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end, text: put } of edits.toSorted((a, b) => a.start - b.start)) {
    if (start < copied) return null;
    parts.push(text.slice(copied, start), put);
    copied = end;
  }
  return [...parts, text.slice(copied)].join("");
}

/** False where a place is not found. */
function change(page: Page, place: XmlPlace, before: PlistValue, after: PlistValue): boolean {
  if (equalValues(before, after)) return true;
  const { children, isOneTag, name } = place;
  const isOpen = children.length > 0 && !isOneTag && name === before.kind;
  if (isOpen && before.kind === "dict" && after.kind === "dict")
    return changeDict(page, place, before, after);
  if (isOpen && before.kind === "array" && after.kind === "array")
    return changeArray(page, place, before, after);
  const { start, end } = place;
  const indent = indentAt(page.text, start);
  page.edits.push({ start, end, text: element(page, after, indent) + remarks(page, start, end, indent) });
  return true;
}

/** A key that is gone where a new one comes is renamed in its place; kept ones are compared, whatever their order. */
function changeDict(page: Page, { children, contentStart }: XmlPlace, before: PlistDict, after: PlistDict) {
  if (children.length !== before.entries.size * 2) return false;
  const old = [...before.entries];
  const coming = [...after.entries];
  let next = 0;
  for (let at = 0; at < old.length || next < coming.length; ) {
    const [key, value] = old[at] ?? [];
    const [newKey, newValue] = coming[next] ?? [];
    const keyPlace = children[at * 2];
    const valuePlace = children[at * 2 + 1];
    const isGone = key !== undefined && !after.entries.has(key);
    const isNew = newKey !== undefined && newValue !== undefined && !before.entries.has(newKey);
    if (isNew && !isGone) {
      const indent = indentAt(page.text, children[0]?.start ?? 0);
      const pair = `${xmlKey(newKey)}${gap(page, indent)}${element(page, newValue, indent)}`;
      insert(page, at === 0 ? contentStart : (children[at * 2 - 1]?.end ?? contentStart), indent, pair);
      next += 1;
      continue;
    }
    if (value === undefined || keyPlace === undefined || valuePlace === undefined) return false;
    if (isGone && isNew) {
      page.edits.push({ start: keyPlace.start, end: keyPlace.end, text: xmlKey(newKey) });
      if (!change(page, valuePlace, value, newValue)) return false;
    } else if (isGone) {
      remove(page, keyPlace.start, valuePlace.end);
    } else if (!change(page, valuePlace, value, after.entries.get(key ?? "") ?? value)) return false;
    at += 1;
    if (!isGone || isNew) next += 1;
  }
  return true;
}

/** Items that are the same at the beginning and at the end stay; those between are compared one by one. */
function changeArray(page: Page, place: XmlPlace, { items: old }: PlistArray, { items: coming }: PlistArray) {
  const { children, contentStart } = place;
  if (children.length !== old.length) return false;
  let head = 0;
  while (isSame(old[head], coming[head])) head += 1;
  let tail = 0;
  const most = Math.min(old.length, coming.length) - head;
  while (tail < most && isSame(old.at(-1 - tail), coming.at(-1 - tail))) tail += 1;
  const indent = indentAt(page.text, children[0]?.start ?? 0);
  for (let at = head; at < Math.max(old.length, coming.length) - tail; at += 1) {
    const from = at < old.length - tail ? old[at] : undefined;
    const to = at < coming.length - tail ? coming[at] : undefined;
    const item = from === undefined ? undefined : children[at];
    if (from !== undefined && item !== undefined) {
      if (to === undefined) remove(page, item.start, item.end);
      else if (!change(page, item, from, to)) return false;
    } else if (to !== undefined) {
      const behind = children[Math.min(at, old.length - tail) - 1]?.end ?? contentStart;
      insert(page, behind, indent, element(page, to, indent));
    }
  }
  return true;
}

function isSame(a: PlistValue | undefined, b: PlistValue | undefined): boolean {
  return a !== undefined && b !== undefined && equalValues(a, b);
}

/** Behind what stands at `offset`, and behind a comment in the same line. */
function insert(page: Page, offset: number, indent: string | null, element: string): void {
  const comment = /^[ \t]*<!--(?:(?!-->)[^\r\n])*-->(?=[ \t]*[\r\n])/u.exec(
    page.text.slice(offset, offset + longestComment),
  );
  const start = offset + (comment?.[0].length ?? 0);
  page.edits.push({ start, end: start, text: `${gap(page, indent)}${element}` });
}

/** A comment behind a value is looked for this far. */
const longestComment = 2000;

/** With its line where nothing else stands in it; comments inside stay. */
function remove(page: Page, start: number, end: number): void {
  const { text } = page;
  const indent = indentAt(text, start);
  const kept = remarks(page, start, end, indent);
  const blanks = /^[ \t]*(?=[\r\n])/u.exec(text.slice(end, end + longestComment));
  if (kept !== "" || indent === null || blanks === null) {
    page.edits.push({ start, end, text: kept });
    return;
  }
  const lineStart = start - indent.length;
  const lineEnd = text[lineStart - 2] === "\r" && text[lineStart - 1] === "\n" ? 2 : 1;
  page.edits.push({ start: lineStart - lineEnd, end: end + blanks[0].length, text: "" });
}

/** The comments of a piece that goes, each on a line of its own where its elements had one. */
function remarks(page: Page, start: number, end: number, indent: string | null): string {
  return remarksIn(page.text.slice(start, end)).join(gap(page, indent));
}

function element({ lineEnd }: Page, value: PlistValue, indent: string | null): string {
  return xmlElement(value, indent ?? "").replaceAll("\n", lineEnd);
}

/** What stands between two elements: a new line, or nothing where the file has none. */
function gap({ lineEnd }: Page, indent: string | null): string {
  return indent === null ? "" : `${lineEnd}${indent}`;
}

/** The blanks before an element that is the first of its line; null for any other. */
function indentAt(text: string, offset: number): string | null {
  let start = offset;
  while (text[start - 1] === " " || text[start - 1] === "\t") start -= 1;
  return text[start - 1] === "\n" || text[start - 1] === "\r" ? text.slice(start, offset) : null;
}
