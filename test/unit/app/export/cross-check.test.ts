import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crossCheck } from "../../../../main/app/export/cross-check.ts";
import { compareWithSecondReader } from "../../../../main/app/export/second-reader.ts";
import {
  type PlistValue,
  unwritablePath,
  writeBinaryPlist,
  writeXmlPlist,
} from "../../../../main/core/plist/index.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const xml = (body: string) => new TextEncoder().encode(`<plist version="1.0">${body}</plist>`);
const code = async (body: string) => (await crossCheck(xml(body)))?.code ?? null;

/** Values as profiles hold them; keys that `plist` refuses on principle are left out. */
const value: fc.Arbitrary<PlistValue> = fc.letrec<{ value: PlistValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .string({ unit: "grapheme" })
      .filter(writable)
      .map((text): PlistValue => ({ kind: "string", value: text })),
    fc.bigInt(-(2n ** 63n), 2n ** 64n - 1n).map((number): PlistValue => ({ kind: "integer", value: number })),
    fc.double({ noNaN: false }).map((number): PlistValue => ({ kind: "real", value: number })),
    fc.boolean().map((truth): PlistValue => ({ kind: "boolean", value: truth })),
    fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((seconds): PlistValue => ({ kind: "date", time: seconds * 1000 })),
    fc.uint8Array().map((bytes): PlistValue => ({ kind: "data", bytes })),
    fc.array(tie("value")).map((items): PlistValue => ({ kind: "array", items })),
    fc
      .array(
        fc.tuple(
          fc.string().filter((key) => writable(key) && key !== "__proto__"),
          tie("value"),
        ),
      )
      .map((entries): PlistValue => ({ kind: "dict", entries: new Map(entries) })),
  ),
})).value;

/** XML 1.0 has no place for most control characters and for lone surrogates. */
function writable(text: string): boolean {
  return unwritablePath({ kind: "string", value: text }) === null;
}

describe("the second opinion on an export", () => {
  it("agrees with everything our own writer writes", async () => {
    await assertProperty(
      fc.asyncProperty(value, async (one) => {
        expect(await crossCheck(writeXmlPlist(one))).toBeNull();
      }),
    );
  });

  it("tolerates what the second reader is known to read wrongly", async () => {
    const known = {
      "a real that is a whole number": "<real>1</real>",
      "an integer beyond 2^53": "<integer>9223372036854775807</integer>",
      "a hexadecimal integer": "<integer>0x1F</integer>",
      "an infinite real": "<array><real>inf</real><real>-infinity</real><real>nan</real></array>",
      "separators that are no line feeds": "<dict><key>a\u2028</key><string>b\u0085c\u2029</string></dict>",
      "a key split by a comment": "<dict><key>a<!-- b -->c</key><true/></dict>",
    };
    for (const [name, body] of Object.entries(known)) expect(await code(body), name).toBeNull();
  });

  it("has none on a binary property list", async () => {
    expect(await crossCheck(writeBinaryPlist({ kind: "string", value: "x" }))).toBeNull();
  });

  it("skips over a document type that is written wrongly", async () => {
    const text =
      '<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x.dtd"?>\n<plist><true/></plist>';
    expect(await crossCheck(new TextEncoder().encode(text))).toBeNull();
  });

  it("passes on why our own reader cannot read a file", async () => {
    expect(await crossCheck(new TextEncoder().encode("no profile"))).toMatchObject({
      code: expect.any(String),
    });
  });
});

describe("two readers that differ", () => {
  it("are reported with the key path and without the value", () => {
    const other = { PayloadContent: [{ Secret: "another-value", Count: 1 }] };
    const ask = (inner: string) => {
      const profile = xml(`<dict><key>PayloadContent</key><array><dict>${inner}</dict></array></dict>`);
      return compareWithSecondReader(profile, () => other);
    };
    expect(
      ask("<key>Secret</key><string>canary-value</string><key>Count</key><integer>1</integer>"),
    ).toMatchObject({
      code: "second-opinion-differs",
      detail: "They differ at PayloadContent.0.Secret.",
    });
    expect(
      JSON.stringify(
        ask("<key>Secret</key><string>canary-value</string><key>Count</key><integer>1</integer>"),
      ),
    ).not.toContain("canary-value");
    expect(
      ask("<key>Secret</key><string>another-value</string><key>Count</key><integer>2</integer>")?.detail,
    ).toContain("0.Count");
    expect(ask("<key>Secret</key><string>another-value</string>")?.detail).toContain("PayloadContent.0");
    expect(
      ask("<key>Secret</key><string>another-value</string><key>Count</key><integer>1</integer>"),
    ).toBeNull();
  });
});
