import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BerFault, childrenOf, readElement } from "../../../../main/signing/asn1/ber.ts";
import { der, derOid, derSetOf, derTime, inDer } from "../../../../main/signing/asn1/der.ts";
import { octetsOf, oidText } from "../../../../main/signing/asn1/values.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const hex = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(" ", ""), "hex"));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

describe("reading BER", () => {
  it("reads short, long and indefinite lengths", () => {
    expect(readElement(hex("04 02 aabb")).content).toEqual(hex("aabb"));
    expect(readElement(hex("04 82 0002 aabb")).content).toEqual(hex("aabb"));
    const indefinite = readElement(hex("30 80 04 01 aa 24 80 04 01 bb 0000 0000 ff"));
    expect(toHex(indefinite.whole)).toBe("308004 01aa 2480 0401bb 0000 0000".replaceAll(" ", ""));
    expect(childrenOf(indefinite).map((child) => child.tag)).toEqual([0x04, 0x24]);
  });

  it("does not take two zero bytes inside a value for the end", () => {
    expect(childrenOf(readElement(hex("30 80 04 02 0000 05 00 0000"))).map((child) => child.tag)).toEqual([
      0x04, 0x05,
    ]);
  });

  it("joins strings in pieces to any depth", () => {
    expect(octetsOf(readElement(hex("24 80 04 01 aa 24 80 04 01 bb 04 00 0000 04 01 cc 0000")))).toEqual(
      hex("aabbcc"),
    );
  });

  const faulty = {
    nothing: "",
    "a tag alone": "30",
    "less content than stated": "04 03 aabb",
    "an end that never comes": "30 80 04 01 aa",
    "half an end": "30 80 00",
    "a primitive without length": "04 80 0000",
    "a length of seven bytes": "04 87 01000000000000",
    "a length of 127 bytes": "04 ff 00",
    "a length cut off": "04 82 01",
    "a tag number above 30": "1f 21 00",
    "deep nesting": "30 80".repeat(100),
    "very deep nesting": "30 80".repeat(100_000),
  };
  for (const [name, bytes] of Object.entries(faulty)) {
    it(`refuses ${name}`, () => {
      expect(() => childrenOf(readElement(hex(bytes)))).toThrow(BerFault);
    });
  }

  it("never reads beyond the bytes and fails in one way only", () => {
    assertProperty(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          const element = readElement(bytes);
          expect(element.whole.length).toBeLessThanOrEqual(bytes.length);
          childrenOf(element);
        } catch (error) {
          expect(error).toBeInstanceOf(BerFault);
        }
      }),
      "cheap",
    );
  });
});

/** Any tree of elements as BER may encode it, with the same tree in DER beside it. */
type Twin = { readonly ber: Uint8Array; readonly der: Uint8Array };
const twin: fc.Arbitrary<Twin> = fc.letrec<{ node: Twin }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5 },
    fc.uint8Array({ maxLength: 300 }).map((value) => ({ ber: der(0x04, value), der: der(0x04, value) })),
    fc.array(fc.uint8Array({ maxLength: 40 })).map((pieces) => ({
      ber: indefinite(
        0x24,
        pieces.map((piece) => der(0x04, piece)),
      ),
      der: der(0x04, ...pieces),
    })),
    fc
      .tuple(fc.constantFrom(0x30, 0x31, 0xa0), fc.boolean(), fc.array(tie("node"), { maxLength: 4 }))
      .map(([tag, open, children]) => ({
        ber: (open ? indefinite : (t: number, c: Uint8Array[]) => der(t, ...c))(
          tag,
          children.map((child) => child.ber),
        ),
        der: der(tag, ...children.map((child) => child.der)),
      })),
  ),
})).node;

function indefinite(tag: number, children: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat([Uint8Array.of(tag, 0x80), ...children, Uint8Array.of(0, 0)]));
}

describe("writing DER", () => {
  it("turns every BER form of a value into the same bytes", () => {
    assertProperty(
      fc.property(twin, ({ ber, der: expected }) => {
        expect(toHex(inDer(readElement(ber)))).toBe(toHex(expected));
        expect(readElement(ber).whole.length).toBe(ber.length);
      }),
      "cheap",
    );
  });

  it("uses the fewest length bytes", () => {
    for (const [size, header] of [
      [0, "0400"],
      [127, "047f"],
      [128, "048180"],
      [255, "0481ff"],
      [256, "04820100"],
      [65_536, "0483010000"],
    ] as const) {
      expect(toHex(der(0x04, new Uint8Array(size)).subarray(0, header.length / 2))).toBe(header);
    }
  });

  it("orders a set by encoding, shorter before longer of the same beginning", () => {
    expect(toHex(derSetOf(0x31, [hex("0402bbbb"), hex("0401cc"), hex("0402aaaa")]))).toBe(
      "310b0401cc0402aaaa0402bbbb",
    );
  });

  it("writes and reads object identifiers", () => {
    for (const dotted of [
      "1.2.840.113549.1.7.2",
      "2.5.29.14",
      "2.16.840.1.101.3.4.2.1",
      "2.999.1",
      "0.9.2342.19200300.100.1.1",
    ]) {
      expect(oidText(readElement(derOid(dotted)))).toBe(dotted);
    }
    expect(toHex(derOid("1.2.840.113549.1.7.2"))).toBe("06092a864886f70d010702");
  });

  it("writes times as RFC 5652 wants them: two-digit years up to 2049", () => {
    const text = (moment: string) =>
      Buffer.from(derTime(new Date(moment)))
        .toString("latin1")
        .slice(2);
    expect(text("2026-11-23T18:04:05.999Z")).toBe("261123180405Z");
    expect(text("2049-12-31T23:59:59Z")).toBe("491231235959Z");
    expect(text("2050-01-01T00:00:00Z")).toBe("20500101000000Z");
    expect(derTime(new Date("2049-12-31T23:59:59Z"))[0]).toBe(0x17);
    expect(derTime(new Date("2050-01-01T00:00:00Z"))[0]).toBe(0x18);
  });
});
