import { describe, expect, test } from "vitest";
import { readPlist } from "../../../../../main/core/plist/index.ts";

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n';
const inDict = (content: string) => `${head}<dict>\n${content}\n</dict>\n</plist>\n`;

/** Text, problem code, place of the damage, and a part of the sentence that people need. */
type Case = readonly [name: string, text: string, code: string, line: number, column: number, says: RegExp];

const cases: readonly Case[] = [
  [
    "blank before the declaration",
    ` ${head}<dict/></plist>`,
    "xml-blank-before-declaration",
    1,
    2,
    /very first characters/,
  ],
  [
    "text before the declaration",
    `x${head}<dict/></plist>`,
    "xml-text-outside",
    1,
    1,
    /must be its very first/,
  ],
  ["keys without <dict>", "<key>A</key>\n<true/>", "xml-bare-keys", 1, 1, /Intune/],
  [
    "keys without <dict> after a comment",
    "<!-- a -->\n  <key>A</key>\n<true/>",
    "xml-bare-keys",
    2,
    3,
    /Intune/,
  ],
  [
    "keys directly in <plist>",
    `${head}<key>A</key><true/></plist>`,
    "xml-key-outside-dict",
    3,
    1,
    /directly inside <plist>/,
  ],
  [
    "curly quotes in the declaration",
    "<?xml version=“1.0”?><plist/>",
    "xml-curly-quotes",
    1,
    15,
    /straight marks/,
  ],
  [
    "curly quotes in an element",
    inDict("<key>A</key><string id=“x”>b</string>"),
    "xml-curly-quotes",
    4,
    24,
    /straight marks/,
  ],
  [
    "a placeholder as integer",
    inDict("<key>Port</key><integer>{{imap.port}}</integer>"),
    "xml-placeholder",
    4,
    16,
    /\{\{imap\.port\}\}/,
  ],
  [
    "a placeholder as date",
    inDict(`<key>Day</key><date>$\{day}</date>`),
    "xml-placeholder",
    4,
    15,
    /\$\{day\}/,
  ],
  [
    "a placeholder between elements",
    inDict("{{#if tenant}}\n<key>A</key><true/>"),
    "xml-placeholder",
    4,
    1,
    /template/,
  ],
  [
    "an unfinished closing tag",
    inDict("<key>A</key><string>b</string\n"),
    "xml-unfinished-tag",
    4,
    22,
    /<\/string is not followed by >/,
  ],
  [
    "a bare ampersand",
    inDict("<key>A</key><string>Lock & Key; Co</string>"),
    "xml-ampersand",
    4,
    26,
    /&amp;/,
  ],
  [
    "a bare ampersand without a semicolon after it",
    inDict("<key>A</key><string>Lock & Key</string>"),
    "xml-ampersand",
    4,
    26,
    /&amp;/,
  ],
  [
    "a wrong closing tag",
    inDict("<key>A</key><string>b</sting>"),
    "xml-wrong-closing-tag",
    4,
    22,
    /<string> is still open/,
  ],
  [
    "a missing closing tag",
    `${head}<dict>\n<key>A</key><true/>\n</plist>`,
    "xml-wrong-closing-tag",
    5,
    1,
    /<dict> is still open/,
  ],
  [
    "a closing tag too many",
    `${head}<dict/></dict></plist>`,
    "xml-wrong-closing-tag",
    3,
    8,
    /<plist> is still open/,
  ],
  [
    "the end cut off",
    inDict("<key>A</key><string>b").slice(0, -18),
    "xml-truncated",
    4,
    22,
    /<string> on line 4/,
  ],
  ["no </plist>", `${head}<dict/>\n`, "xml-truncated", 4, 1, /<plist> on line 2/],
  ["a second plist", `${head}<dict/></plist><plist/>`, "xml-second-root", 3, 16, /more than one document/],
  ["text after the end", `${head}<dict/></plist>junk`, "xml-text-outside", 3, 16, /<plist>/],
  ["an open DOCTYPE", '<!DOCTYPE plist "\n<plist><dict/></plist>', "xml-doctype-open", 1, 1, /never ends/],
  ["two values", `${head}<dict/>\n<dict/></plist>`, "xml-second-value", 4, 1, /more than one value/],
  ["no value", `${head}</plist>`, "xml-empty", 3, 1, /no value/],
  ["only a comment", "<!-- nothing -->", "xml-empty", 1, 17, /no property list/],
  ["an unknown element", inDict("<key>A</key><strng>b</strng>"), "xml-element-unknown", 4, 13, /<strng>/],
  [
    "an element in capitals",
    inDict("<key>A</key><String>b</String>"),
    "xml-element-unknown",
    4,
    13,
    /<string>: capital and small/,
  ],
  ["a value without key", inDict("<true/>"), "xml-value-without-key", 4, 1, /without a <key>/],
  ["a key without value", inDict("<key>A</key>\n<key>B</key><true/>"), "xml-key-without-value", 4, 1, /"A"/],
  ["a last key without value", inDict("<key>A</key>"), "xml-key-without-value", 4, 1, /"A"/],
  [
    "an element in a text",
    inDict("<key>A</key><string><b>x</b></string>"),
    "xml-element-misplaced",
    4,
    21,
    /<b> stands inside <string>/,
  ],
  [
    "stray text",
    inDict("<key>A</key> invalid <true/>"),
    "xml-stray-text",
    4,
    14,
    /the value of "A": it is outside of <string>/i,
  ],
  [
    "an integer that is none",
    inDict("<key>A</key><integer>42xy</integer>"),
    "xml-bad-value",
    4,
    13,
    /the value of "A": it holds something else/i,
  ],
  ["an empty integer", inDict("<key>A</key><integer/>"), "xml-bad-value", 4, 13, /whole number/],
  [
    "an integer with an underscore",
    inDict("<key>A</key><integer>1_000</integer>"),
    "xml-bad-value",
    4,
    13,
    /the value of "A": it holds something else/i,
  ],
  ["a real that is none", inDict("<key>A</key><real>1,5</real>"), "xml-bad-value", 4, 13, /something else/],
  [
    "a day that does not exist",
    inDict("<key>A</key><date>2026-02-30T00:00:00Z</date>"),
    "xml-bad-value",
    4,
    13,
    /2026-11-23T09:30:00Z/,
  ],
  ["damaged data", inDict("<key>A</key><data>AB*D</data>"), "xml-bad-value", 4, 13, /Base64/],
  ["cut data", inDict("<key>A</key><data>ABCDE</data>"), "xml-bad-value", 4, 13, /Base64/],
  ["a boolean with content", inDict("<key>A</key><true>yes</true>"), "xml-bad-value", 4, 13, /<true\/>/],
  [
    "a control character",
    inDict("<key>A</key><string>\u0001</string>"),
    "xml-not-well-formed",
    4,
    21,
    /disallowed character/,
  ],
  ["a web page", "<!DOCTYPE html><html></html>", "plist-is-html", 1, 1, /web page/],
  ["old-style", '{ "OIDCProvider" = "Azure"; }', "plist-is-openstep", 1, 1, /plutil/],
  ["JSON", '{ "OIDCProvider": "Azure" }', "plist-is-json", 1, 1, /JSON/],
];

describe("damage is named with its place", () => {
  test.each(cases)("%s", (_, text, code, line, column, says) => {
    const reading = readPlist(new TextEncoder().encode(text));
    if (reading.ok) throw new Error("the file was read");
    const { problem } = reading;
    expect({ code: problem.code, at: problem.at }).toEqual({ code, at: { line, column } });
    expect(`${problem.title} ${problem.detail} ${problem.fix}`).toMatch(says);
  });

  test("columns count characters, lines count CRLF once", () => {
    const text = `<plist>\r\n<dict>\r\n<key>😀é</key><integer>x</integer></dict></plist>`;
    expect(readPlist(new TextEncoder().encode(text))).toMatchObject({
      problem: { at: { line: 3, column: 14 } },
    });
  });
});
