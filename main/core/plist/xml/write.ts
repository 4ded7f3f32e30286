import { encodeBase64 } from "../base64.ts";
import { formatWholeSeconds } from "../date.ts";
import type { PlistValue } from "../value.ts";
import { formatReal } from "../value-text.ts";

const header = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
`;

/**
 * Writes an XML property list as Apple's tools do: UTF-8, tabs, LF, keys in the order they have.
 *
 * XML has no fractions of a second and no control characters. Dates lose their fractions; a text with characters that
 * XML cannot hold must not come here: ask `unwritablePath` first.
 */
export function writeXmlPlist(value: PlistValue): Uint8Array {
  const parts = [header];
  write(value, "", parts);
  parts.push("</plist>\n");
  return new TextEncoder().encode(parts.join(""));
}

/**
 * One element as it would stand in a file: the first line without its indent, the last without its line end.
 *
 * @param indent what stands before the element in its line
 */
export function xmlElement(value: PlistValue, indent: string): string {
  const parts: string[] = [];
  write(value, indent, parts);
  return parts.join("").slice(indent.length, -1);
}

/** A key as it stands before its value. */
export function xmlKey(name: string): string {
  return `<key>${escapeText(name)}</key>`;
}

function write(value: PlistValue, indent: string, parts: string[]): void {
  switch (value.kind) {
    case "string":
      parts.push(`${indent}<string>${escapeText(value.value)}</string>\n`);
      break;
    case "integer":
      parts.push(`${indent}<integer>${value.value}</integer>\n`);
      break;
    case "real":
      parts.push(`${indent}<real>${formatReal(value.value)}</real>\n`);
      break;
    case "boolean":
      parts.push(value.value ? `${indent}<true/>\n` : `${indent}<false/>\n`);
      break;
    case "date":
      parts.push(`${indent}<date>${formatWholeSeconds(value.time)}</date>\n`);
      break;
    case "data":
      writeData(value.bytes, indent, parts);
      break;
    case "uid":
      parts.push(`${indent}<dict>\n${indent}\t<key>CF$UID</key>\n`);
      parts.push(`${indent}\t<integer>${value.value}</integer>\n${indent}</dict>\n`);
      break;
    case "array":
      writeContainer("array", value.items.length, indent, parts, (inner) => {
        for (const item of value.items) write(item, inner, parts);
      });
      break;
    case "dict":
      writeContainer("dict", value.entries.size, indent, parts, (inner) => {
        for (const [key, item] of value.entries) {
          parts.push(`${inner}${xmlKey(key)}\n`);
          write(item, inner, parts);
        }
      });
      break;
  }
}

function writeContainer(
  name: "array" | "dict",
  size: number,
  indent: string,
  parts: string[],
  content: (indent: string) => void,
): void {
  if (size === 0) {
    parts.push(`${indent}<${name}/>\n`);
    return;
  }
  parts.push(`${indent}<${name}>\n`);
  content(`${indent}\t`);
  parts.push(`${indent}</${name}>\n`);
}

/** Base64 in lines of 68 characters, indented like the element, as Apple writes it. */
function writeData(bytes: Uint8Array, indent: string, parts: string[]): void {
  const text = encodeBase64(bytes);
  parts.push(`${indent}<data>\n`);
  for (let start = 0; start < text.length; start += 68)
    parts.push(`${indent}${text.slice(start, start + 68)}\n`);
  parts.push(`${indent}</data>\n`);
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
