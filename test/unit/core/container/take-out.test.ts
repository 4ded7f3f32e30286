import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeText, takeOut } from "../../../../main/core/container/index.ts";
import { mostLayers } from "../../../../main/core/container/layer.ts";
import { anyText } from "../../../support/any-text.ts";
import { assertProperty } from "../../../support/assert-property.ts";
import { loginSettings, payload, profile } from "../../../support/public-cases/profiles.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Ways to put a text inside something, each one layer. */
const wraps: readonly (readonly [name: string, wrap: (text: string) => string])[] = [
  ["base64", (text) => Buffer.from(text).toString("base64")],
  ["escaped", escaped],
  ["json", (text) => JSON.stringify({ name: "x", inner: { payload: text } })],
  ["json", (text) => JSON.stringify([{ displayName: 'a "b"', payload: text }, { payload: "none" }])],
  [
    "xml",
    (text) =>
      `<?xml version="1.0"?><os_x_configuration_profile><general><payloads>${escaped(text)}</payloads></general></os_x_configuration_profile>`,
  ],
];

/** A profile with any text as one of its values. */
const profiles = anyText({ maxLength: 40 }).map((text) =>
  profile(
    payload(
      "com.jamf.connect.login",
      `${loginSettings}<key>HelpText</key><string>${escaped(text.replace(/[^\P{Cc}\n\t]|[\ufffe\uffff]/gu, ""))}</string>`,
    ),
  ),
);

/** JSON as a text of JSON or XML is not looked into: no server answers so. Escaping it changes nothing but what is inside. */
const orders = fc
  .array(fc.constantFrom(...wraps), { minLength: 1, maxLength: mostLayers })
  .filter((order) =>
    order.every(([kind], at) =>
      order.slice(at + 1).every(([around], distance) => goesInto(kind, around, distance === 0)),
    ),
  );

function goesInto(kind: string, around: string, isNext: boolean): boolean {
  if (kind === "json" || kind === "xml") return around === "base64";
  // Base64 has no marks to escape.
  return !(kind === "base64" && around === "escaped" && isNext);
}

describe("what is inside something", () => {
  test("comes out as it was, whatever it is inside of", () => {
    assertProperty(
      fc.property(profiles, orders, (inner, all) => {
        const file = all.reduce((text, [, wrap]) => wrap(text), inner);
        const taken = takeOut(Buffer.from(file));
        if (!taken.ok || taken.value === null)
          throw new Error(taken.ok ? "nothing found" : taken.problem.title);
        expect(new TextDecoder().decode(taken.value.bytes)).toBe(inner);
        expect(taken.value.layers.map(({ kind }) => kind)).toEqual(all.map(([kind]) => kind).reverse());
      }),
      "cheap",
    );
  });

  test("attack: what nests without end, repeats or only begins like something is a problem or nothing", () => {
    const many = 100_000;
    const hostile = [
      "[".repeat(many),
      `{"a":`.repeat(many),
      `[${'"PD94bWwgdmVyc2lvbj0iMS4wIj8+",'.repeat(5000)}""]`,
      `<a>${"<b>".repeat(many)}`,
      `<os_x_configuration_profile>${"<payloads>".repeat(many)}`,
      `PD94bWwgdmVyc2lvbj0iMS4wIj8+${" ".repeat(many)}x`,
      `PD94bWwgdmVyc2lvbj0iMS4wIj8+${"=".repeat(many)}x`,
      `PD94bWwgdmVyc2lvbj0iMS4wIj8+${"= ".repeat(many)}`,
      `&amp;${"amp;".repeat(many)}lt;?xml`,
      `&lt;?xml${"&amp;".repeat(many)}`,
      `-----BEGIN CMS-----\n${"a: b\n".repeat(many)}`,
      `${"a: b\n".repeat(many)}\n`,
      `Content-Type: application/pkcs7-mime\n${" x\n".repeat(many)}`,
      `<?xml ${" encoding ".repeat(many)}`,
      `<?xml version=\\"1.0\\"${"\\".repeat(many)}`,
      "\n".repeat(many),
      `${"<!--".repeat(many)}`,
    ];
    for (const text of hostile) {
      const taken = takeOut(Buffer.from(text));
      if (taken.ok) expect(taken.value === null || taken.value.layers.length <= mostLayers).toBe(true);
      else expect(taken.problem.code).toMatch(/^[a-z0-9-]+$/);
    }
  });

  test("a profile that is inside nothing is left alone", () => {
    assertProperty(
      fc.property(profiles, fc.constantFrom("utf8", "utf16le"), (text, encoding) => {
        const bytes = Buffer.from(encoding === "utf8" ? text : `\ufeff${text}`, encoding as BufferEncoding);
        expect(takeOut(bytes)).toEqual({ ok: true, value: null });
      }),
    );
  });

  test("more things inside each other than anybody makes are refused", () => {
    let file = profile(payload("com.jamf.connect.login", loginSettings));
    for (let at = 0; at <= mostLayers; at += 1) file = Buffer.from(file).toString("base64");
    expect(takeOut(Buffer.from(file))).toMatchObject({ ok: false, problem: { code: "too-many-layers" } });
  });

  test("no file makes it fail in another way than with a problem", () => {
    const starts = [
      "",
      "{",
      "[",
      '"',
      "&lt;?xml ",
      "PD94bWwg",
      "MIIB",
      "<os_x_configuration_profile><general><payloads>",
      "-----BEGIN PKCS7-----\n",
      "Content-Type: application/pkcs7-mime\n\n",
      "\u00ef\u00bb\u00bf0\u0082",
      "0\u0082\u0001\u0001\u0006\u0009*",
      '<?xml version=\\"1.0\\"?>',
    ];
    const pieces = fc.constantFrom(
      "<",
      ">",
      "&lt;",
      "&#x41;",
      "=",
      "\n",
      '"',
      "}",
      "</payloads>",
      "PD94",
      "\\u0000",
    );
    const bytes = fc
      .tuple(
        fc.constantFrom(...starts),
        fc.array(fc.oneof(pieces, anyText({ maxLength: 10 })), { maxLength: 20 }),
        fc.uint8Array({ maxLength: 20 }),
      )
      .map(([start, parts, end]) =>
        Buffer.concat([Buffer.from(start, "latin1"), Buffer.from(parts.join("")), end]),
      );
    assertProperty(
      fc.property(bytes, (file) => {
        const taken = takeOut(file);
        if (taken.ok) {
          if (taken.value !== null) expect(placeText(taken.value.layers)).not.toBe("");
          return;
        }
        const { code, title, detail, fix } = taken.problem;
        expect(code).toMatch(/^[a-z0-9-]+$/);
        for (const sentence of [title, detail, fix]) expect(sentence).toMatch(/^\S.*[.]$/s);
      }),
      "cheap",
    );
  });

  test("damage of a wrapper that holds a profile is found, byte for byte or not at all", () => {
    const text = profile(payload("com.jamf.connect.login", loginSettings));
    const base64 = Buffer.from(text).toString("base64");
    assertProperty(
      fc.property(fc.nat(base64.length - 1), fc.constantFrom("*", "=", "\u00e9", ""), (at, put) => {
        const taken = takeOut(Buffer.from(base64.slice(0, at) + put + base64.slice(at + 1)));
        if (!taken.ok || taken.value === null) return;
        // What Base64 cannot notice is a letter in place of another or less; a foreign character never passes.
        expect(put === "" || (put === "=" && at >= base64.length - 2)).toBe(true);
      }),
      "usual",
    );
  });

  test.each([
    [[0, 2], "Base64, in inner/payload of a JSON file"],
    [[4], "general/payloads of an answer of Jamf Pro's Classic API (XML)"],
    [[1, 1, 0], "escaped XML (&lt; in place of <), 2 times over, in Base64"],
  ])("the place is told from the inside out: %j", (order, place) => {
    const inner = profile(payload("com.jamf.connect.login", loginSettings));
    const file = order.reduce((text, at) => wraps[at]?.[1](text) ?? text, inner);
    const taken = takeOut(Buffer.from(file));
    expect(taken.ok && taken.value !== null && placeText(taken.value.layers)).toBe(place);
  });

  test.each([
    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.",
    "TWVldGluZyBub3RlcywgTW9uZGF5IG1vcm5pbmc=",
    "Meeting notes",
    "[]",
  ])("%s holds no profile", (text) => {
    expect(takeOut(Buffer.from(text))).toEqual({ ok: true, value: null });
  });
});
