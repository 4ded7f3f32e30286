import { equalBytes, equalValues } from "./equal.ts";
import { sniff } from "./sniff.ts";
import { decodeText } from "./text/decode.ts";
import type { PlistValue } from "./value.ts";
import { editXmlPlist } from "./xml/edits.ts";
import { holdsRemark } from "./xml/places.ts";
import { readXmlPlist } from "./xml/read.ts";
import { unwritablePath } from "./xml/write.ts";

/**
 * The bytes of an XML property list with another value in them. Everything that the change does not touch stays byte for byte:
 * comments, layout, order, encoding, byte order mark. The result was read again and holds exactly `after`.
 *
 * @param before the value that `bytes` are known to hold
 * @returns null where that cannot be done: other bytes than those of `before`, no XML, an encoding without the new characters
 */
export function rewriteXmlPlist(bytes: Uint8Array, before: PlistValue, after: PlistValue): Uint8Array | null {
  const text = xmlText(bytes);
  if (text === null || unwritablePath(after) !== null || !holds(text, before)) return null;
  const encode = encoderOf(bytes, text);
  const edited = encode === null ? null : editXmlPlist(text, before, after);
  const written = encode === null || edited === null ? null : encode(edited);
  const again = written === null ? null : xmlText(written);
  return again !== null && holds(again, after) ? written : null;
}

/** Whether the bytes are XML with something in it that is no value: a comment, or an instruction beside the one of XML. */
export function holdsXmlComment(bytes: Uint8Array): boolean {
  const text = xmlText(bytes);
  return text !== null && holdsComment(text);
}

/** The same for a text that is known to be XML. */
export function holdsComment(text: string): boolean {
  return holdsRemark(text);
}

function xmlText(bytes: Uint8Array): string | null {
  if (sniff(bytes).format !== "xml") return null;
  const text = decodeText(bytes);
  return text.ok ? text.value : null;
}

function holds(text: string, value: PlistValue): boolean {
  const reading = readXmlPlist(text);
  return reading.ok && equalValues(reading.value.value, value);
}

type Encode = (text: string) => Uint8Array;

/** How the bytes were made of their text: the way that gives exactly these bytes. */
function encoderOf(bytes: Uint8Array, text: string): Encode | null {
  const encoders: readonly Encode[] = [
    utf8,
    (content) => utf8(`\ufeff${content}`),
    (content) => utf16(`\ufeff${content}`, true),
    (content) => utf16(`\ufeff${content}`, false),
    (content) => utf16(content, true),
    (content) => utf16(content, false),
    latin1,
  ];
  return encoders.find((encode) => equalBytes(encode(text), bytes)) ?? null;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittleEndian);
  return new Uint8Array(view.buffer);
}

/** Characters beyond the encoding come out as others, and then the result does not hold the value. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
