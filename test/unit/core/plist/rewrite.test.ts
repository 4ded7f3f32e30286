import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equalValues,
  holdsXmlComment,
  type PlistValue,
  readPlist,
  rewriteXmlPlist,
  writeXmlPlist,
} from "../../../../main/core/plist/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { plistValues } from "./arbitraries.ts";

const file = `<?xml version="1.0" encoding="UTF-8"?>
<!-- Made by hand. -->
<plist version='1.0'>
<dict>
  <key>A</key>   <string>one</string> <!-- the first -->

  <!-- about B -->
  <key>B</key>
  <array>
    <string>x</string><!-- x -->
    <string>y</string>
  </array>
  <key>C</key><dict/>
</dict>
</plist>
<!-- the end -->
`;

const text = (value: string): PlistValue => ({ kind: "string", value });
const list = (...items: readonly PlistValue[]): PlistValue => ({ kind: "array", items });
const dict = (entries: Readonly<Record<string, PlistValue>>): PlistValue => ({
  kind: "dict",
  entries: new Map(Object.entries(entries)),
});
const all = { A: text("one"), B: list(text("x"), text("y")), C: dict({}) };

function rewritten(source: string, after: PlistValue): string | null {
  const bytes = new TextEncoder().encode(source);
  const read = readPlist(bytes);
  if (!read.ok) throw new Error(read.problem.detail);
  const result = rewriteXmlPlist(bytes, read.value.value, after);
  return result === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(result);
}

describe("a change touches its element and nothing else", () => {
  it.each([
    ["nothing", all, file],
    ["a value", { ...all, A: text("a & b") }, file.replace("one", "a &amp; b")],
    ["an item", { ...all, B: list(text("x"), text("z")) }, file.replace(">y<", ">z<")],
    ["an item less", { ...all, B: list(text("x")) }, file.replace("\n    <string>y</string>", "")],
    [
      "an item more",
      { ...all, B: list(text("x"), text("w"), text("y")) },
      file.replace("<!-- x -->", "<!-- x -->\n    <string>w</string>"),
    ],
    ["a key less", { A: all.A, B: all.B }, file.replace("\n  <key>C</key><dict/>", "")],
    [
      "a key less that has a comment beside it",
      { B: all.B, C: all.C },
      file.replace("<key>A</key>   <string>one</string>", ""),
    ],
    [
      "a key more in its place",
      { A: all.A, N: text("n"), B: all.B, C: all.C },
      file.replace("the first -->", "the first -->\n  <key>N</key>\n  <string>n</string>"),
    ],
    [
      "a key more at the beginning",
      { N: text("n"), ...all },
      file.replace("<dict>\n", "<dict>\n  <key>N</key>\n  <string>n</string>\n"),
    ],
    ["a key by another name", { A: all.A, Q: all.B, C: all.C }, file.replace("<key>B</key>", "<key>Q</key>")],
    [
      "a list in place of which stands a text",
      { ...all, B: text("t") },
      file.replace(/<array>[\s\S]*<\/array>/u, "<string>t</string><!-- x -->"),
    ],
    [
      "a dictionary that was empty",
      { ...all, C: dict({ D: text("d") }) },
      file.replace("<dict/>", "<dict>\n\t<key>D</key>\n\t<string>d</string>\n</dict>"),
    ],
  ])("%s", (_, after, expected) => {
    expect(rewritten(file, dict(after))).toBe(expected);
    // Files from Windows keep their line ends.
    expect(rewritten(file.replaceAll("\n", "\r\n"), dict(after))).toBe(expected.replaceAll("\n", "\r\n"));
  });
});

it("two hyphens in a comment, a comment that looks like a key, and CDATA are left alone", () => {
  const odd =
    "<plist><dict><!-- a -- <key>B</key> --><key>A</key><string><![CDATA[<key>]]></string><key>B</key><true/></dict></plist>";
  expect(rewritten(odd, dict({ A: text("<key>"), B: { kind: "boolean", value: false } }))).toBe(
    odd.replace("<true/>", "<false/>"),
  );
});

it("a comment inside a text stays behind the new text", () => {
  expect(rewritten("<plist><string>a<!-- why -->b</string></plist>", text("c"))).toBe(
    "<plist><string>c</string><!-- why --></plist>",
  );
});

it("a file with a key that stands twice is not rewritten by place", () => {
  const twice = "<plist><dict><key>A</key><true/><key>A</key><false/></dict></plist>";
  expect(rewritten(twice, dict({ A: text("x") }))).toBeNull();
});

it("bytes of another value are not rewritten", () => {
  expect(rewriteXmlPlist(new TextEncoder().encode(file), dict({ A: text("x") }), dict(all))).toBeNull();
});

it.each(["utf-8", "utf-16le", "utf-16be"])("the encoding %s and its byte order mark stay", (encoding) => {
  const encode = (content: string) =>
    encoding === "utf-8"
      ? new TextEncoder().encode(`\ufeff${content}`)
      : Uint8Array.from(
          [...`\ufeff${content}`].flatMap((each) => {
            const [low, high] = [each.charCodeAt(0) & 0xff, each.charCodeAt(0) >> 8];
            return encoding === "utf-16le" ? [low, high] : [high, low];
          }),
        );
  const source = file.replace(' encoding="UTF-8"', "").replace("hand", "Händen");
  const result = rewriteXmlPlist(encode(source), dict(all), dict({ ...all, A: text("neu ß") }));
  expect(result).toEqual(encode(source.replace("one", "neu ß")));
});

it("one byte for each character: rewritten where it has the new ones, left alone where not", () => {
  const latin = (content: string) => Uint8Array.from(content, (each) => each.charCodeAt(0));
  const source = file.replace("UTF-8", "ISO-8859-1").replace("hand", "Händen");
  const rewrite = (value: string) =>
    rewriteXmlPlist(latin(source), dict(all), dict({ ...all, A: text(value) }));
  expect(rewrite("ß")).toEqual(latin(source.replace("one", "ß")));
  expect(rewrite("日")).toBeNull();
});

it("comments are told from the declaration of XML and from texts", () => {
  const holds = (content: string) => holdsXmlComment(new TextEncoder().encode(content));
  expect(holds(file)).toBe(true);
  expect(holds('<?xml version="1.0"?><plist><string><![CDATA[<!-- -->]]></string></plist>')).toBe(false);
  expect(holds("<plist><?other tool?><string/></plist>")).toBe(true);
});

/** Puts a numbered comment behind every third tag; inside of values, too. */
function withComments(source: string): string {
  let count = 0;
  return source.replaceAll(/<[^>]+>\n/gu, (tag) => {
    count += 1;
    return count > 3 && count % 3 === 0 ? `${tag.trim()}<!-- ${count} -->\n` : tag;
  });
}

it("comments of a DOCTYPE are told, and stay", () => {
  const plist = '<plist version="1.0"><dict><key>A</key><true/></dict></plist>';
  const inside = `<!DOCTYPE plist [<!-- it's > ours --><!ELEMENT a (b)>]>${plist}`;
  expect(holdsXmlComment(new TextEncoder().encode(inside))).toBe(true);
  expect(rewritten(inside, dict({ A: text("x") }))).toBe(inside.replace("<true/>", "<string>x</string>"));
  const quoted = `<!DOCTYPE plist SYSTEM "<!-- -->">${plist}`;
  expect(holdsXmlComment(new TextEncoder().encode(quoted))).toBe(false);
});

it("attack: beginnings of comments that never end are looked at once each", () => {
  for (const beginning of ["<!--", "<![CDATA[", "<?x "]) {
    const declared = `<!DOCTYPE plist [<!ATTLIST a b CDATA "${beginning.repeat(300_000)}">]>`;
    const source = `${declared}<plist version="1.0"><dict><key>A</key><true/></dict></plist>`;
    expect(rewritten(source, dict({ A: { kind: "boolean", value: false } }))).toBe(
      source.replace("<true/>", "<false/>"),
    );
    expect(holdsXmlComment(new TextEncoder().encode(beginning.repeat(300_000)))).toBe(false);
  }
});

it("any value in a file of any other: exactly the new value, and every comment in its order", () => {
  assertProperty(
    fc.property(plistValues({ wholeSeconds: true }), plistValues({ wholeSeconds: true }), (before, after) => {
      const source = withComments(new TextDecoder().decode(writeXmlPlist(before)));
      const bytes = new TextEncoder().encode(source);
      const read = readPlist(bytes);
      if (!read.ok) return;
      const result = rewriteXmlPlist(bytes, read.value.value, after);
      if (result === null) throw new Error("not rewritten");
      const again = readPlist(result);
      expect(again.ok && equalValues(again.value.value, after)).toBe(true);
      const comments = (content: string) => content.match(/<!-- \d+ -->/gu);
      expect(comments(new TextDecoder().decode(result))).toEqual(comments(source));
    }),
  );
});
