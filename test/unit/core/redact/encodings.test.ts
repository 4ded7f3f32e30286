import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskExchange, maskJson, maskKnown, prepareSecrets } from "../../../../main/core/redact/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

type Encode = (text: string) => string;

const bytesOf = (text: string): readonly number[] => [...Buffer.from(text)];
const hex = (value: number, width: number): string => value.toString(16).padStart(width, "0");

/** What software makes of a value that it repeats. */
const encodings: Readonly<Record<string, Encode>> = {
  "percent escapes": encodeURIComponent,
  "percent escapes in small letters": (text) =>
    encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, (one) => one.toLowerCase()),
  "percent escapes of everything": (text) =>
    bytesOf(text)
      .map((byte) => `%${hex(byte, 2)}`)
      .join(""),
  "percent escapes of an address": encodeURI,
  "a form": (text) => new URLSearchParams({ v: text }).toString().slice(2),
  "a JSON text": (text) => JSON.stringify(text).slice(1, -1),
  "a JSON text with slashes": (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
  "unicode escapes": (text) =>
    Array.from({ length: text.length }, (_, at) => `\\u${hex(text.charCodeAt(at), 4)}`).join(""),
  "unicode escapes with braces": (text) =>
    [...text].map((character) => `\\u{${hex(character.codePointAt(0) ?? 0, 1)}}`).join(""),
  "named entities": (text) =>
    text.replace(/[&<>"']/g, (one) => entities[one] ?? one).replaceAll("/", "&sol;"),
  "decimal entities": (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(""),
  "hexadecimal entities": (text) => [...text].map((one) => `&#x${hex(one.codePointAt(0) ?? 0, 1)};`).join(""),
  "entities with zeros": (text) => [...text].map((one) => `&#X${hex(one.codePointAt(0) ?? 0, 6)};`).join(""),
  hexadecimal: (text) => Buffer.from(text).toString("hex"),
  "hexadecimal in capitals": (text) => Buffer.from(text).toString("hex").toUpperCase(),
  base64: (text) => Buffer.from(text).toString("base64"),
  "base64 without padding": (text) => Buffer.from(text).toString("base64").replace(/=+$/, ""),
  base64url: (text) => Buffer.from(text).toString("base64url"),
  // Windows does this with what it runs and stores; of other scripts it looks like chance.
  "base64 of UTF-16": (text) => Buffer.from(text, isLatin(text) ? "utf16le" : "utf8").toString("base64"),
};
const isLatin = (text: string): boolean => [...text].every((one) => (one.codePointAt(0) ?? 0) < 0x250);
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

const names = Object.keys(encodings);
const chain = fc.array(fc.constantFrom(...names), { maxLength: 2 });

function encode(text: string, steps: readonly string[]): string {
  return steps.reduce((encoded, name) => encodings[name]?.(encoded) ?? encoded, text);
}

/** Letters that encoders treat differently, beside all others. */
const character = fc.oneof(
  fc.constantFrom(...("%&+/=?#<>\"'\\ ;:~!*()[]{}|^`@,._-aZ09ué€😀\n\t".match(/./gsu) ?? [])),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
);
const secretText = fc
  .array(character, { minLength: 6, maxLength: 24 })
  .map((characters) => characters.join(""))
  .filter(
    (text) => text.length >= 6 && !/^[\s+]+$/.test(text) && !"masked".includes(text.trim().toLowerCase()),
  )
  // An encoder throws, or loses it.
  .filter((text) => !/\p{Surrogate}/u.test(text));

const known = (...hidden: readonly string[]) => prepareSecrets({ hidden, userNames: [] });

describe("a known secret", () => {
  it("attack: does not survive in any encoding, nor in any two over each other", () => {
    assertProperty(
      fc.property(secretText, chain, (secret, steps) => {
        const encoded = encode(secret, steps);
        expect(maskKnown(`<${encoded}>`, known(secret))).toBe("<masked>");
      }),
      "cheap",
    );
  });

  it("attack: does not survive inside of something that was encoded as a whole", () => {
    assertProperty(
      fc.property(
        secretText,
        fc.constantFrom("", "u:", "user:", "user@contoso.com:"),
        fc.constantFrom("", "x", "\r\n"),
        fc.constantFrom("base64", "base64url", "hexadecimal"),
        fc.constantFrom("", "/", "-", "a", "ab/cd"),
        (secret, before, behind, name, beside) => {
          const encoded = encode(before + secret + behind, [name]);
          const shown = maskKnown(`${beside}${encoded}`, known(secret));
          expect(shown).toContain("masked");
          // Nothing of the middle is left: edges share digits with what stands beside the secret.
          const perByte = name === "hexadecimal" ? 2 : 4 / 3;
          const middle = encoded.slice(Math.ceil(before.length * perByte) + 2);
          expect(shown).not.toContain(middle.slice(0, 6));
        },
      ),
    );
  });

  it("attack: does not survive as a name, of a JSON member, of a form field, of a header", () => {
    assertProperty(
      fc.property(secretText, chain, (secret, steps) => {
        const encoded = encode(secret, steps);
        const shown = JSON.stringify(
          maskJson({ [encoded]: 1, list: [{ [encoded]: encoded }] }, known(secret)),
        );
        expect(shown).toBe('{"masked":1,"list":[{"masked":"masked"}]}');
        const field = encodeURIComponent(encoded);
        const form = maskExchange(
          {
            line: `GET https://h.example/?${field}=1`,
            headers: { "content-type": "application/x-www-form-urlencoded" },
            body: `a=1&${encodeURIComponent(encode(secret, steps.slice(0, 1)))}=2&b=3`,
          },
          known(secret),
        );
        // A mark behind base64 may be its padding.
        expect(form.body).toMatch(/^a=1&masked=?2&b=3$/);
      }),
    );
  });

  it("attack: does not survive in a body that is no JSON, nor cut in the middle of one that is too long", () => {
    assertProperty(
      fc.property(secretText, chain, fc.integer({ min: 7_700, max: 8_100 }), (secret, steps, before) => {
        const encoded = encode(secret, steps);
        const body = `${"x ".repeat(before / 2)}<${encoded}>${" y".repeat(10_000)}`;
        const shown = maskExchange({ line: "200 OK", headers: {}, body }, known(secret)).body;
        expect(shown).not.toMatch(/<(?!masked|m?a?s?k?e?d? … \d)/);
        const inJson = JSON.stringify({ a: body, b: encoded });
        const json = maskExchange({ line: "200 OK", headers: {}, body: inJson }, known(secret)).body;
        expect(json).not.toMatch(/<(?!masked|m?a?s?k?e?d? … \d)/);
      }),
      "dear",
    );
  });

  it("attack: a server that repeats the beginning of a long token gives nothing away", () => {
    const token = Buffer.from(Array.from({ length: 3_000 }, (_, at) => (at * 7919) % 251)).toString(
      "base64url",
    );
    for (const length of [64, 100, 1_000, token.length]) {
      expect(maskKnown(`<${token.slice(0, length)}>`, known(token))).toBe("<masked>");
    }
    expect(maskKnown(`<${token.slice(0, 63)}>`, known(token))).not.toBe("<masked>");
  });

  it("is found in numbers, and two names that become one stay two", () => {
    expect(
      maskJson({ pin: 86420135, "x hunter22": 1, "x HUNTER22": 2 }, known("86420135", "hunter22")),
    ).toEqual({
      pin: "masked",
      "x masked": 1,
      "x masked 2": 2,
    });
  });

  it.each([
    ["three characters and fewer are not looked for", "abc", "abc fabc", "abc fabc"],
    [
      "four and five are found as a word of their own",
      "test",
      "test latest (Test) testing=test",
      "masked latest (masked) testing=masked",
    ],
    ["four in an encoding", "te/t", "te%2Ft dGUvdA== 74652f74", "masked masked masked"],
    ["six are found inside words", "tester", "contester", "conmasked"],
    ["capitals do not count", "Tes+Ter", "tes%2bter dEVTK3RFUg==", "masked masked"],
  ])("%s", (_, secret, text, shown) => {
    expect(maskKnown(text, known(secret))).toBe(shown);
  });

  it("short ones are masked where their field says what they are", () => {
    const raw = {
      line: "POST https://h.example/token",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "username=u&password=abc&grant_type=password",
    };
    expect(maskExchange(raw, known("abc")).body).toBe("username=u…&password=masked&grant_type=password");
  });
});

describe("what an answer can cost", () => {
  it.each([
    "a",
    "%41",
    "\\u0061",
    "&#x61;",
    "YWFh",
    "6161",
    "eyJabcde.a.",
    '"a":"',
    '\\"a\\":\\"',
    "a=b&",
    "password: ",
    " ",
    "<!doctype html><title",
    "AADSTS1234",
  ])("attack: a body of 1 MB of %j is looked through once", (piece) => {
    const secrets = known("hunter22hunter22", "a".repeat(1_000), "%41%41%41%41", "\\u0061\\u0061");
    const body = piece.repeat(1_000_000 / piece.length);
    for (const type of ["application/json", "application/x-www-form-urlencoded"]) {
      const shown = maskExchange({ line: "200 OK", headers: { "content-type": type }, body }, secrets).body;
      expect(shown.length).toBeLessThan(9_000);
    }
  });
});
