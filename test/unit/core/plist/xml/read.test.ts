import { describe, expect, test } from "vitest";
import { type PlistValue, readPlist, toTypedJson } from "../../../../../main/core/plist/index.ts";

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n';

function read(text: string) {
  return readPlist(new TextEncoder().encode(text));
}

/** The value of a document with this content of `<plist>`, as typed JSON. */
function valueIn(content: string): unknown {
  const reading = read(`${head}${content}\n</plist>\n`);
  if (!reading.ok) throw new Error(`${reading.problem.title} ${reading.problem.detail}`);
  return toTypedJson(reading.value.value);
}

describe("values keep their kind", () => {
  test.each<[string, unknown]>([
    ["<string>a &amp; b &lt;c&gt; &#233; &#x1F600;</string>", "a & b <c> é 😀"],
    ["<string>one<!-- two -->three<![CDATA[ <four> ]]></string>", "onethree <four> "],
    ["<string> kept\n </string>", " kept\n "],
    ["<string/>", ""],
    ["<integer>42</integer>", 42],
    ["<integer> -7 </integer>", -7],
    ["<integer>0x1F</integer>", 31],
    ["<integer>+5</integer>", 5],
    ["<integer>9223372036854775807</integer>", { $integer: "9223372036854775807" }],
    ["<integer>18446744073709551615</integer>", { $integer: "18446744073709551615" }],
    ["<real>1</real>", { $real: 1 }],
    ["<real>0.5e1</real>", { $real: 5 }],
    ["<real>-.25</real>", -0.25],
    ["<real>nan</real>", { $real: "nan" }],
    ["<real>-inf</real>", { $real: "-infinity" }],
    ["<real>-0.0</real>", { $real: "-0.0" }],
    ["<true/>", true],
    ["<false></false>", false],
    ["<date>2026-11-23T09:30:00Z</date>", { $date: "2026-11-23T09:30:00Z" }],
    ["<date>0001-01-01T00:00:00Z</date>", { $date: "0001-01-01T00:00:00Z" }],
    ["<data>\n\tAAEC\n\tAw==\n</data>", { $data: "AAECAw==" }],
    ["<data/>", { $data: "" }],
    ["<array/>", []],
    ["<dict/>", {}],
    ["<dict><key>CF$UID</key><integer>7</integer></dict>", { $uid: 7 }],
    ["<dict><key>$data</key><string>x</string></dict>", { $$data: "x" }],
  ])("%s", (content, expected) => {
    expect(valueIn(content)).toEqual(expected);
  });

  test("keys keep their order, and names of prototypes are keys like any other", () => {
    const content =
      "<dict><key>z</key><true/><key>__proto__</key><integer>1</integer><key>constructor</key><string/></dict>";
    const reading = read(`${head}${content}</plist>`);
    const value: PlistValue | null = reading.ok ? reading.value.value : null;
    expect(value?.kind === "dict" && [...value.entries.keys()]).toEqual(["z", "__proto__", "constructor"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test("a key that stands twice: the last value counts, and a notice says where", () => {
    const reading = read(`${head}<dict>\n<key>A</key><true/>\n  <key>A</key><false/></dict></plist>`);
    expect(reading.ok && toTypedJson(reading.value.value)).toEqual({ A: false });
    expect(reading.ok && reading.value.notices).toMatchObject([
      { code: "xml-repeated-key", at: { line: 5, column: 3 } },
    ]);
  });

  test("the same name in two dictionaries is no repetition", () => {
    const reading = read(
      `${head}<array><dict><key>A</key><true/></dict><dict><key>A</key><true/></dict></array></plist>`,
    );
    expect(reading.ok && reading.value.notices).toEqual([]);
  });
});

describe("forms of the document", () => {
  const content = "<dict><key>Name</key><string>Büro</string></dict>";
  test.each<[string, string]>([
    ["without declaration and DOCTYPE", `<plist version="1.0">${content}</plist>`],
    ["without <plist>", `<?xml version="1.0"?>${content}`],
    [
      "with a DOCTYPE and comments",
      `${head.replace("<plist", '<!DOCTYPE plist SYSTEM "file://localhost/a.dtd">\n<!-- <key> -->\n<plist')}${content}</plist><!-- end -->\n`,
    ],
    ["with CRLF", `${head}${content}</plist>`.replaceAll("\n", "\r\n")],
    ["with processing instructions", `${head}<?note anything?>${content}</plist>`],
  ])("%s", (_, text) => {
    const reading = read(text);
    expect(reading.ok && toTypedJson(reading.value.value)).toEqual({ Name: "Büro" });
  });

  test("CRLF and CR inside a text become LF, as XML says, and &#13; stays", () => {
    expect(valueIn("<string>a\r\nb\rc&#13;d</string>")).toBe("a\nb\nc\rd");
  });

  test("a DOCTYPE that is not well-formed is passed over with a notice", () => {
    const reading = read('<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "a" "b"?>\n<plist><dict/></plist>');
    expect(reading.ok && reading.value.notices).toMatchObject([
      { code: "xml-doctype-damaged", at: { line: 2, column: 1 } },
    ]);
  });
});

describe("entities", () => {
  test("declarations are refused before anything is expanded", () => {
    const text =
      '<?xml version="1.0"?>\n<!DOCTYPE plist [\n<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<plist><string>&b;</string></plist>';
    expect(read(text)).toMatchObject({
      ok: false,
      problem: { code: "xml-entity-declared", at: { line: 2 } },
    });
  });

  test.each(["&unknown;", "&constructor;", "&__proto__;", "&;"])("%s is not defined", (entity) => {
    const reading = read(`${head}<string>${entity}</string></plist>`);
    expect(reading).toMatchObject({
      ok: false,
      problem: { code: "xml-ampersand", at: { line: 3, column: 9 } },
    });
  });
});

describe("depth", () => {
  const nested = (levels: number) =>
    read(`${head}${"<array>".repeat(levels)}${"</array>".repeat(levels)}</plist>`);

  test("512 levels are read", () => {
    expect(nested(512).ok).toBe(true);
  });

  test("513 levels are refused", () => {
    expect(nested(513)).toMatchObject({
      ok: false,
      problem: { code: "plist-too-deep", at: { line: 3, column: 512 * 7 + 1 } },
    });
  });
});
