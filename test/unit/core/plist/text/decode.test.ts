import { describe, expect, test } from "vitest";
import { readPlist, toTypedJson } from "../../../../../main/core/plist/index.ts";

const content = "<plist><string>Zürich 日本 😀</string></plist>";
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>\n${content}`;

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = mark ? `\ufeff${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), littleEndian);
  return bytes;
}

function utf32(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? `\ufeff${text}` : text)].map((character) => character.codePointAt(0) ?? 0);
  const bytes = new Uint8Array(codes.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, code] of codes.entries()) view.setUint32(i * 4, code, littleEndian);
  return bytes;
}

describe("encodings of XML", () => {
  test.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(declared("UTF-8"))],
    ["UTF-8 without declaration", Buffer.from(content)],
    ["UTF-8 with byte order mark", Buffer.from(`\ufeff${declared("UTF-8")}`)],
    ["UTF-8 that claims to be UTF-16", Buffer.from(declared("UTF-16"))],
    ["UTF-16LE with mark", utf16(declared("UTF-16"), true, true)],
    ["UTF-16BE with mark", utf16(declared("UTF-16"), false, true)],
    ["UTF-16LE", utf16(declared("UTF-16LE"), true, false)],
    ["UTF-16BE", utf16(declared("UTF-16BE"), false, false)],
    ["UTF-16LE that claims to be UTF-8", utf16(declared("UTF-8"), true, true)],
    ["UTF-32LE with mark", utf32(declared("UTF-32"), true, true)],
    ["UTF-32BE with mark", utf32(declared("UTF-32"), false, true)],
    ["UTF-32LE", utf32(declared("UTF-32"), true, false)],
    ["UTF-32BE", utf32(declared("UTF-32"), false, false)],
  ])("%s", (_, bytes) => {
    const reading = readPlist(bytes);
    expect(reading.ok && toTypedJson(reading.value.value)).toBe("Zürich 日本 😀");
  });

  test.each([
    ["windows-1252", "Büro €"],
    ["ISO-8859-1", "Büro \u0080"],
    ["iso-8859-15", "Büro \u0080"],
  ])("%s, as declared", (encoding, expected) => {
    const text = `<?xml version="1.0" encoding="${encoding}"?><plist><string>B\u00fcro \u0080</string></plist>`;
    const reading = readPlist(Buffer.from(text, "latin1"));
    expect(reading.ok && toTypedJson(reading.value.value)).toBe(expected);
  });

  test("ASCII, as declared, has no umlauts", () => {
    const text = '<?xml version="1.0" encoding="US-ASCII"?><plist><string>B\u00fcro</string></plist>';
    expect(readPlist(Buffer.from(text, "latin1"))).toMatchObject({ problem: { code: "encoding-invalid" } });
  });

  test("bytes that are not UTF-8 are named with line and column", () => {
    const bytes = Buffer.concat([
      Buffer.from("<plist>\n<string>Zürich "),
      Buffer.from([0xfc]),
      Buffer.from("ber</string></plist>"),
    ]);
    expect(readPlist(bytes)).toMatchObject({
      ok: false,
      problem: { code: "encoding-invalid", at: { line: 2, column: 16 } },
    });
  });

  test("a character cut at the end of the file", () => {
    expect(readPlist(Buffer.from("<plist><string>é").subarray(0, -1))).toMatchObject({
      problem: { code: "encoding-invalid", at: { line: 1, column: 16 } },
    });
  });

  test("UTF-16 and UTF-32 that break off", () => {
    expect(readPlist(utf16(declared("UTF-16"), true, true).subarray(0, -1)).ok).toBe(false);
    expect(readPlist(utf32(declared("UTF-32"), true, true).subarray(0, -1)).ok).toBe(false);
  });

  test("half of a surrogate pair in UTF-16", () => {
    expect(readPlist(utf16("<plist><string>\ud800</string></plist>", true, true))).toMatchObject({
      ok: false,
      problem: { code: "encoding-invalid" },
    });
  });

  test("an unknown encoding", () => {
    expect(readPlist(Buffer.from(declared("x-klingon")))).toMatchObject({
      ok: false,
      problem: { code: "encoding-unknown" },
    });
  });
});
