import { describe, expect, test } from "vitest";
import { readPlist, type TypedJson, toTypedJson } from "../../../main/core/plist/index.ts";
import { hasPlistlib, readWithPlistlib } from "./plistlib.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const plist = (content: string) => Buffer.from(`${declaration}<plist version="1.0">${content}</plist>`);

/** A row of the table in `docs/formats.md`: what is read here (a value or a problem's code), and whether plistlib reads it. */
type Row = readonly [
  name: string,
  bytes: Uint8Array,
  ours: { readonly value: TypedJson } | { readonly code: string },
  plistlib: boolean,
];

const rows: readonly Row[] = [
  ["text between elements", plist("<dict>junk</dict>"), { code: "xml-stray-text" }, true],
  ["no value at all", plist(""), { code: "xml-empty" }, true],
  ["a second value", plist("<true/><false/>"), { code: "xml-second-value" }, true],
  ["a boolean with text", plist("<true>no</true>"), { code: "xml-bad-value" }, true],
  ["an element inside a text", plist("<string>a<true/></string>"), { code: "xml-element-misplaced" }, true],
  [
    "an unknown element",
    plist("<dict><key>A</key><foo/><true/></dict>"),
    { code: "xml-element-unknown" },
    true,
  ],
  ["Base64 with other characters", plist("<data>AA*EC</data>"), { code: "xml-bad-value" }, true],
  ["an integer with underscores", plist("<integer>1_000</integer>"), { code: "xml-bad-value" }, true],
  [
    "an integer beyond 128 bits",
    plist(`<integer>${"9".repeat(40)}</integer>`),
    { code: "xml-bad-value" },
    true,
  ],
  ["a real with underscores", plist("<real>1_0.5</real>"), { code: "xml-bad-value" }, true],
  ["a date without time", plist("<date>2026-11-23Z</date>"), { code: "xml-bad-value" }, true],
  [
    "a date with text behind",
    plist("<date>2026-11-23T09:30:00Z or so</date>"),
    { code: "xml-bad-value" },
    true,
  ],
  [
    "a date with a fraction",
    plist("<date>2026-11-23T09:30:00.5Z</date>"),
    { value: { $date: "2026-11-23T09:30:00.5Z" } },
    false,
  ],
  ["a sign before a hexadecimal integer", plist("<integer>-0x1F</integer>"), { value: -31 }, false],
  ["a DOCTYPE first", Buffer.from("<!DOCTYPE plist><plist><true/></plist>"), { value: true }, false],
  ["a comment first", Buffer.from("<!-- note --><plist><true/></plist>"), { value: true }, false],
  ["a value without plist and declaration", Buffer.from("<dict/>"), { value: {} }, false],
  [
    "a DOCTYPE with a stray character",
    Buffer.from(`${declaration}<!DOCTYPE plist PUBLIC "a" "b"?><plist><true/></plist>`),
    { value: true },
    false,
  ],
  [
    "UTF-16 without a byte order mark",
    utf16le(`${declaration}<plist><true/></plist>`),
    { value: true },
    false,
  ],
  [
    "an encoding beyond those of expat",
    Buffer.from(
      '<?xml version="1.0" encoding="windows-1252"?><plist><string>\u0080</string></plist>',
      "latin1",
    ),
    { value: "€" },
    true,
  ],
  [
    "a declaration of UTF-16 in UTF-8",
    Buffer.from('<?xml version="1.0" encoding="UTF-16"?><plist><true/></plist>'),
    { value: true },
    false,
  ],
  [
    "nesting beyond 512 levels",
    plist("<array>".repeat(600) + "</array>".repeat(600)),
    { code: "plist-too-deep" },
    true,
  ],
  [
    "a key that stands twice",
    plist("<dict><key>A</key><true/><key>A</key><false/></dict>"),
    { value: { A: false } },
    true,
  ],
  [
    "declared entities",
    Buffer.from(`${declaration}<!DOCTYPE plist [<!ENTITY a "b">]><plist><true/></plist>`),
    { code: "xml-entity-declared" },
    false,
  ],
  [
    "a blank before the declaration",
    Buffer.from(` ${declaration}<plist><true/></plist>`),
    { code: "xml-blank-before-declaration" },
    false,
  ],
  ["a Base64 text without its padding", plist("<data>AAE</data>"), { code: "xml-bad-value" }, false],
];

describe("the table of differences to plistlib", () => {
  test.each(rows.map((row) => [row[0], row] as const))("%s: our side", (_, [, bytes, ours]) => {
    const reading = readPlist(bytes);
    expect(reading.ok ? { value: toTypedJson(reading.value.value) } : { code: reading.problem.code }).toEqual(
      ours,
    );
  });

  test("plistlib's side", () => {
    if (!hasPlistlib()) return;
    const readings = readWithPlistlib(rows.map(([, bytes]) => bytes));
    const outcome = rows.map(([name], i) => [name, readings[i] !== undefined && "value" in readings[i]]);
    expect(outcome).toEqual(rows.map(([name, , , plistlib]) => [name, plistlib]));
  });
});

function utf16le(text: string): Uint8Array {
  return Buffer.from(text, "utf16le");
}
