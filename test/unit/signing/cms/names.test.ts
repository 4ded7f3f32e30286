import { expect, it } from "vitest";
import { der, derOid } from "../../../../main/signing/asn1/der.ts";
import { isSameName } from "../../../../main/signing/cms/names.ts";

const stringTag = { utf8: 0x0c, printable: 0x13, bmp: 0x1e, number: 0x02 } as const;

/** A name with one common name, in a string type. */
function name(text: string, type: keyof typeof stringTag, encoding: BufferEncoding = "utf8"): Uint8Array {
  const bytes = Buffer.from(text, encoding === "utf16le" ? "utf16le" : encoding);
  const value = encoding === "utf16le" ? bytes.swap16() : bytes;
  return der(0x30, der(0x31, der(0x30, derOid("2.5.4.3"), der(stringTag[type], value))));
}

it("a name is the same in whatever string type it is written", () => {
  const utf8 = name("Contoso Issuing", "utf8");
  expect(isSameName(utf8, name("Contoso Issuing", "utf8"))).toBe(true);
  expect(isSameName(utf8, name("Contoso Issuing", "printable"))).toBe(true);
  expect(isSameName(utf8, name("Contoso Issuing", "bmp", "utf16le"))).toBe(true);
});

it("attack: another text, type of value or number of parts is another name", () => {
  const utf8 = name("Contoso Issuing", "utf8");
  expect(isSameName(utf8, name("Contoso issuing", "utf8"))).toBe(false);
  expect(isSameName(utf8, name("Contoso Issuing", "number"))).toBe(false);
  expect(isSameName(utf8, der(0x30))).toBe(false);
  expect(isSameName(utf8, Buffer.from("not a name"))).toBe(false);
});
