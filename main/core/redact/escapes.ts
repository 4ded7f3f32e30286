import { type Bytes, type ByteWriter, createWriter, hexAt } from "./bytes.ts";

/** Takes one level of one encoding off; null where the bytes hold none of it. */
export type Decoder = (bytes: Uint8Array) => Bytes | null;

/** What stands at a place: how many bytes of it were read, after what they mean was written. 0 where nothing does. */
type ReadEscape = (bytes: Uint8Array, at: number, writer: ByteWriter) => number;

/** Percent escapes in capitals or not (RFC 3986 section 2.1), and `%uXXXX` as `escape` of JavaScript writes it. */
export const decodePercent: Decoder = decoder(0x25, (bytes, at, writer) => {
  const value = hexAt(bytes, at + 1, 2);
  if (value >= 0) {
    writer.byte(value, at);
    return 3;
  }
  const code = bytes[at + 1] === letter.u ? hexAt(bytes, at + 2, 4) : -1;
  if (code < 0) return 0;
  writer.character(code, at);
  return 6;
});

/** Escapes of JSON and JavaScript strings: `\"`, `\n`, `\x2f`, `\u002f`, `\u{2f}`. */
export const decodeBackslash: Decoder = decoder(0x5c, (bytes, at, writer) => {
  const mark = bytes[at + 1] ?? 0;
  if (mark === letter.u) return unicodeEscape(bytes, at, writer);
  if (mark === letter.x) {
    const code = hexAt(bytes, at + 2, 2);
    if (code >= 0) writer.character(code, at);
    return code < 0 ? 0 : 4;
  }
  const index = backslashMarks.indexOf(String.fromCharCode(mark));
  if (mark === 0 || index < 0) return 0;
  writer.byte(backslashMeanings.charCodeAt(index), at);
  return 2;
});

const backslashMarks = "\"\\/'nrtbfv0";
const backslashMeanings = "\"\\/'\n\r\t\b\f\v\0";

function unicodeEscape(bytes: Uint8Array, at: number, writer: ByteWriter): number {
  if (bytes[at + 2] === letter.brace) return bracedEscape(bytes, at, writer);
  const code = hexAt(bytes, at + 2, 4);
  if (code < 0) return 0;
  const second =
    code >= 0xd800 && code < 0xdc00 && isUnicodeEscape(bytes, at + 6) ? hexAt(bytes, at + 8, 4) : -1;
  if (second >= 0xdc00 && second < 0xe000) {
    writer.character(0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00), at);
    return 12;
  }
  writer.character(code, at);
  return 6;
}

function isUnicodeEscape(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x5c && bytes[at + 1] === letter.u;
}

function bracedEscape(bytes: Uint8Array, at: number, writer: ByteWriter): number {
  for (let digits = 1; digits <= 6; digits += 1) {
    if (bytes[at + 3 + digits] !== letter.closingBrace) continue;
    const code = hexAt(bytes, at + 3, digits);
    if (code < 0 || code > 0x10ffff) return 0;
    writer.character(code, at);
    return digits + 4;
  }
  return 0;
}

/** Character references of HTML and XML: `&amp;`, `&#38;`, `&#x26;`; those of ASCII characters by name. */
export const decodeEntities: Decoder = decoder(0x26, (bytes, at, writer) => {
  if (bytes[at + 1] === 0x23) return numericEntity(bytes, at, writer);
  let end = at + 1;
  while (end < at + longestName + 1 && isLetter(bytes[end] ?? 0)) end += 1;
  if (bytes[end] !== letter.semicolon) return 0;
  const name = String.fromCharCode(...bytes.subarray(at + 1, end));
  const code = Object.hasOwn(named, name) ? named[name] : undefined;
  if (code === undefined) return 0;
  writer.character(code, at);
  return end + 1 - at;
});

function numericEntity(bytes: Uint8Array, at: number, writer: ByteWriter): number {
  const isHex = ((bytes[at + 2] ?? 0) | 0x20) === letter.x;
  const first = at + (isHex ? 3 : 2);
  let end = first;
  let code = 0;
  while (end < first + 8) {
    const digit = hexAt(bytes, end, 1);
    if (digit < 0 || (!isHex && digit > 9)) break;
    code = code * (isHex ? 16 : 10) + digit;
    end += 1;
  }
  if (end === first || code > 0x10ffff) return 0;
  writer.character(code, at);
  return end - at + (bytes[end] === letter.semicolon ? 1 : 0);
}

const letter = { u: 0x75, x: 0x78, brace: 0x7b, closingBrace: 0x7d, semicolon: 0x3b } as const;
const longestName = 8;

/** https://html.spec.whatwg.org/multipage/named-characters.html, those of ASCII and the blank that does not break. */
const named: Readonly<Record<string, number>> = Object.fromEntries(
  'amp& AMP& lt< LT< gt> GT> quot" QUOT" apos\' excl! num# dollar$ percnt% lpar( rpar) ast* midast* plus+ comma, period. sol/ colon: semi; equals= quest? commat@ lsqb[ lbrack[ bsol\\ rsqb] rbrack] Hat^ lowbar_ grave` lcub{ lbrace{ verbar| vert| rcub} rbrace} nbsp\u00a0'
    .split(" ")
    .map((entry) => [entry.slice(0, -1), entry.charCodeAt(entry.length - 1)]),
);

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function decoder(mark: number, read: ReadEscape): Decoder {
  return (bytes) => {
    if (bytes.indexOf(mark) < 0) return null;
    const writer = createWriter(bytes.length);
    let decoded = false;
    for (let at = 0; at < bytes.length; ) {
      const length = bytes[at] === mark ? read(bytes, at, writer) : 0;
      if (length === 0) writer.byte(bytes[at] ?? 0, at);
      decoded ||= length > 0;
      at += Math.max(1, length);
    }
    return decoded ? writer.end(bytes.length) : null;
  };
}
