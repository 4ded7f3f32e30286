import { describe, expect, it } from "vitest";
import { fromTypedJson, readPlist } from "../../../../main/core/plist/index.ts";
import { maximumValues } from "../../../../main/core/plist/limits.ts";

const tooLarge = { ok: false, problem: { code: "plist-too-large" } };

function readXml(content: string) {
  return readPlist(new TextEncoder().encode(`<plist version="1.0">${content}</plist>`));
}

describe("XML", () => {
  it("attack: a property list of a million values is refused at the first one too many", () => {
    expect(readXml(`<array>${"<string/>".repeat(1_000_000)}</array>`)).toMatchObject({
      ok: false,
      problem: {
        code: "plist-too-large",
        title: "The property list has more than 100000 keys and values.",
        at: { line: 1 },
      },
    });
  });

  it("is read up to the limit", () => {
    expect(readXml(`<array>${"<true/>".repeat(maximumValues - 1)}</array>`).ok).toBe(true);
    expect(readXml(`<array>${"<true/>".repeat(maximumValues)}</array>`)).toMatchObject(tooLarge);
  });

  it("attack: a key that stands fifty thousand times in one dictionary does not make as many remarks", () => {
    const reading = readXml(`<dict>\n${"<key>a</key><true/>\n".repeat(49_000)}</dict>`);
    expect(reading.ok && reading.value.notices).toHaveLength(100);
  });
});

/** A binary property list whose objects begin at the given places of `body`, which starts at byte 8. */
function binary(body: Buffer, places: readonly number[]): Uint8Array {
  const offsets = Buffer.alloc(places.length * 4);
  for (const [index, place] of places.entries()) offsets.writeUInt32BE(8 + place, index * 4);
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = 2;
  trailer.writeBigUInt64BE(BigInt(places.length), 8);
  trailer.writeBigUInt64BE(BigInt(8 + body.length), 24);
  return Buffer.concat([Buffer.from("bplist00"), body, offsets, trailer]);
}

/** An array of the objects with these numbers. */
function array(references: readonly number[]): Buffer {
  const bytes = Buffer.alloc(6 + references.length * 2);
  bytes.write("af12", "hex");
  bytes.writeUInt32BE(references.length, 2);
  for (const [index, reference] of references.entries()) bytes.writeUInt16BE(reference, 6 + index * 2);
  return bytes;
}

describe("binary", () => {
  it("attack: thousands of lists that lie over each other are refused before they are all read", () => {
    const root = array(Array.from({ length: 20_000 }, (_, index) => index + 2));
    const inner = array(Array.from({ length: 60_000 }, () => 1));
    const leaf = root.length + inner.length;
    const body = Buffer.concat([root, inner, Buffer.from([0x08])]);
    const places = [0, leaf, ...Array.from({ length: 20_000 }, () => root.length)];
    expect(readPlist(binary(body, places))).toMatchObject({
      ok: false,
      problem: { code: expect.stringMatching(/^(binary-damaged|plist-too-large)$/) },
    });
  });

  it("attack: thousands of long texts that lie over each other are refused before they fill the memory", () => {
    const root = array(Array.from({ length: 20_000 }, (_, index) => index + 1));
    const text = Buffer.concat([Buffer.from("5f1200800000", "hex"), Buffer.alloc(0x800000, "a")]);
    const places = [0, ...Array.from({ length: 20_000 }, () => root.length)];
    expect(readPlist(binary(Buffer.concat([root, text]), places))).toMatchObject({
      ok: false,
      problem: { code: "binary-damaged", detail: "Its objects lie over each other." },
    });
  });

  it("reads one large text or piece of data", () => {
    const text = Buffer.concat([Buffer.from("4f1200f00000", "hex"), Buffer.alloc(0xf00000, "a")]);
    expect(readPlist(binary(text, [0])).ok).toBe(true);
  });
});

it("attack: typed JSON of a million values is refused before it is read", () => {
  expect(fromTypedJson(Array.from({ length: 1_000_000 }, () => "x"))).toMatchObject({
    ok: false,
    problem: { code: "typed-json-too-large" },
  });
});
