import { encodeBase64 } from "../base64.ts";
import { formatWholeSeconds } from "../date.ts";
import type { PlistArray, PlistDict, PlistValue } from "../value.ts";
import { formatReal } from "../value-text.ts";

const header = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/** Where a value stands in a written text: lines from its key, or else its element, to its end (from 1, both in). */
export type SourcePlace = {
  /** Key in a dictionary, position in an array; empty for the value of the whole text. */
  readonly key: string | number;
  readonly first: number;
  readonly last: number;
  /** What a dictionary or an array holds, in its order. */
  readonly inner?: readonly SourcePlace[];
};

/** A property list as text, and where each of its values stands in it. */
export type WrittenSource = { readonly text: string; readonly place: SourcePlace };

/**
 * Writes an XML property list as Apple's tools do: UTF-8, tabs, LF, keys in the order they have.
 *
 * XML has no fractions of a second and no control characters. Dates lose their fractions; a text with characters that
 * XML cannot hold must not come here: ask `unwritablePath` first.
 */
export function writeXmlPlist(value: PlistValue): Uint8Array {
  return new TextEncoder().encode(writeXmlSource(value).text);
}

/**
 * One element as it would stand in a file: the first line without its indent, the last without its line end.
 *
 * @param indent what stands before the element in its line
 */
export function xmlElement(value: PlistValue, indent: string): string {
  const out: Out = { parts: [], line: 1 };
  write(value, indent, out, "", 1);
  return out.parts.join("").slice(indent.length, -1);
}

/** A key as it stands before its value. */
export function xmlKey(name: string): string {
  return `<key>${escapeText(name)}</key>`;
}

/** The same as text, with the writer's own map of its lines. */
export function writeXmlSource(value: PlistValue): WrittenSource {
  const out: Out = { parts: [header], line: lineFeeds(header) + 1 };
  const place = write(value, "", out, "", out.line);
  out.parts.push("</plist>\n");
  return { text: out.parts.join(""), place };
}

/** Whether two values without others inside are written the same: a date that differs by less than a second is not told apart. */
export function isWrittenSame(a: PlistValue, b: PlistValue): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || a.kind === "array" || a.kind === "dict") return false;
  return scalarText(a, "") === scalarText(b, "");
}

/** What is written so far, and the number of the line that comes next. */
type Out = { readonly parts: string[]; line: number };

/** `text` ends its line; texts of values may hold further lines. */
function put(out: Out, text: string): void {
  out.parts.push(text);
  out.line += lineFeeds(text);
}

function lineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** @param first the line of the key, where the value has one */
function write(
  value: PlistValue,
  indent: string,
  out: Out,
  key: string | number,
  first: number,
): SourcePlace {
  const inner = value.kind === "array" || value.kind === "dict" ? writeContainer(value, indent, out) : null;
  if (inner === null) put(out, `${indent}${scalarText(value, indent)}\n`);
  return { key, first, last: out.line - 1, ...(inner !== null && { inner }) };
}

function scalarText(value: PlistValue, indent: string): string {
  switch (value.kind) {
    case "string":
      return `<string>${escapeText(value.value)}</string>`;
    case "integer":
      return `<integer>${value.value}</integer>`;
    case "real":
      return `<real>${formatReal(value.value)}</real>`;
    case "boolean":
      return value.value ? "<true/>" : "<false/>";
    case "date":
      return `<date>${formatWholeSeconds(value.time)}</date>`;
    case "data":
      return dataText(value.bytes, indent);
    case "uid":
      return `<dict>\n${indent}\t<key>CF$UID</key>\n${indent}\t<integer>${value.value}</integer>\n${indent}</dict>`;
    case "array":
    case "dict":
      return `<${value.kind}/>`;
  }
}

function writeContainer(
  value: PlistArray | PlistDict,
  indent: string,
  out: Out,
): readonly SourcePlace[] | null {
  const inner = `${indent}\t`;
  const places: SourcePlace[] = [];
  if ((value.kind === "array" ? value.items.length : value.entries.size) === 0) return null;
  put(out, `${indent}<${value.kind}>\n`);
  if (value.kind === "array")
    for (const [index, item] of value.items.entries()) places.push(write(item, inner, out, index, out.line));
  else
    for (const [key, item] of value.entries) {
      const first = out.line;
      put(out, `${inner}${xmlKey(key)}\n`);
      places.push(write(item, inner, out, key, first));
    }
  put(out, `${indent}</${value.kind}>\n`);
  return places;
}

/** Base64 in lines of 68 characters, indented like the element, as Apple writes it. */
function dataText(bytes: Uint8Array, indent: string): string {
  const text = encodeBase64(bytes);
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += 68)
    lines.push(`${indent}${text.slice(start, start + 68)}\n`);
  return `<data>\n${lines.join("")}${indent}</data>`;
}

/** A bare CR would come back as LF, because XML readers unify line ends. */
function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;")
    .replaceAll(unwritable, "\uFFFD");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters outside XML 1.0's `Char`.
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * The path of the first key or text that holds a character outside of XML 1.0 (section 2.2, `Char`); null if all can be
 * written. Never the text itself: it may be a secret.
 */
export function unwritablePath(value: PlistValue): readonly string[] | null {
  switch (value.kind) {
    case "string":
      return isWritable(value.value) ? null : [];
    case "array":
      return firstUnwritable(value.items.entries());
    case "dict":
      for (const key of value.entries.keys()) if (!isWritable(key)) return [key];
      return firstUnwritable(value.entries);
    default:
      return null;
  }
}

function firstUnwritable(values: Iterable<readonly [string | number, PlistValue]>): readonly string[] | null {
  for (const [place, value] of values) {
    const path = unwritablePath(value);
    if (path !== null) return [String(place), ...path];
  }
  return null;
}

function isWritable(text: string): boolean {
  return text.search(unwritable) < 0;
}
