import { describe, expect, it } from "vitest";
import { cmsKind, withoutArmour } from "../../../../main/signing/cms/cms-envelope.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));
const text = (value: string) => new TextEncoder().encode(value);

describe("recognizing CMS", () => {
  it("goes by structure", () => {
    expect(cmsKind(hex("30 82 1234 06 09 2a864886f70d010702"))).toBe("signed");
    expect(cmsKind(hex("30 80 06 09 2a864886f70d010702"))).toBe("signed");
    expect(cmsKind(hex("30 83 123456 06 09 2a864886f70d010702"))).toBe("signed");
    expect(cmsKind(hex("30 80 06 09 2a864886f70d010703"))).toBe("other");
  });

  it("takes nothing else for CMS", () => {
    const others = [
      "",
      "30",
      "30 80",
      "30 80 06",
      "30 82 1234 02 01 00",
      "30 ff",
      "30 80 06 09 2a864886f70d0109",
      "62706c697374 3030",
      "3c3f786d6c",
    ];
    for (const bytes of others) expect(cmsKind(hex(bytes)), bytes).toBe("none");
  });
});

describe("PEM armour", () => {
  const inside = hex("30 80 06 09 2a864886f70d010702 0000");
  const base64 = Buffer.from(inside).toString("base64");

  for (const label of ["CMS", "PKCS7", "PKCS #7 SIGNED DATA"]) {
    it(`comes off: ${label}`, () => {
      const armoured = `-----BEGIN ${label}-----\n${base64}\n-----END ${label}-----\n`;
      expect(withoutArmour(text(armoured))).toEqual(Buffer.from(inside));
      expect(withoutArmour(text(`Subject: a profile\r\n\r\n${armoured.replaceAll("\n", "\r\n")}`))).toEqual(
        Buffer.from(inside),
      );
    });
  }

  it("stays where it is only quoted, unfinished or around something else", () => {
    const others = [
      `<plist><string>\n-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n</string></plist>`,
      `-----BEGIN CMS-----\n${base64}\n`,
      `-----BEGIN CMS-----\n${Buffer.from("hello").toString("base64")}\n-----END CMS-----`,
      `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`,
      `text -----BEGIN CMS-----\n${base64}\n-----END CMS-----`,
    ];
    for (const other of others) expect(withoutArmour(text(other))).toEqual(text(other));
  });

  it("is found in a view that starts inside a larger buffer", () => {
    const armoured = text(`xx-----BEGIN CMS-----\n${base64}\n-----END CMS-----`);
    expect(withoutArmour(armoured.subarray(2))).toEqual(Buffer.from(inside));
  });
});
