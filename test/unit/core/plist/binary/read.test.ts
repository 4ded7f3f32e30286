import { describe, expect, test } from "vitest";
import { readPlist, toTypedJson } from "../../../../../main/core/plist/index.ts";

/**
 * A binary property list from its objects, written by hand in hexadecimal. One byte for each offset and reference;
 * object 0 is the root unless told otherwise.
 */
function binary(
  objects: readonly string[],
  change: { readonly root?: number; readonly count?: number; readonly trailer?: string } = {},
): Uint8Array {
  const bytes = objects.map((hex) => Buffer.from(hex.replaceAll(" ", ""), "hex"));
  let offset = 8;
  const offsets = bytes.map((object) => {
    const at = offset;
    offset += object.length;
    return at;
  });
  const trailer = Buffer.alloc(32);
  trailer[6] = 1;
  trailer[7] = 1;
  trailer.writeBigUInt64BE(BigInt(change.count ?? objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(change.root ?? 0), 16);
  trailer.writeBigUInt64BE(BigInt(offset), 24);
  const end = change.trailer === undefined ? trailer : Buffer.from(change.trailer.replaceAll(" ", ""), "hex");
  return Buffer.concat([Buffer.from("bplist00"), ...bytes, Buffer.from(offsets), end]);
}

function valueIn(objects: readonly string[]): unknown {
  const reading = readPlist(binary(objects));
  if (!reading.ok) throw new Error(reading.problem.detail);
  return toTypedJson(reading.value.value);
}

describe("values", () => {
  test.each<[string, string, unknown]>([
    ["false", "08", false],
    ["true", "09", true],
    ["one byte is unsigned", "10 ff", 255],
    ["two bytes are unsigned", "11 ffff", 65535],
    ["four bytes are unsigned", "12 ffffffff", 4294967295],
    ["eight bytes are signed", "13 ffffffffffffffff", -1],
    ["sixteen bytes", "14 0000000000000000ffffffffffffffff", { $integer: "18446744073709551615" }],
    ["float", "22 3fc00000", 1.5],
    ["double", "23 3ff0000000000000", { $real: 1 }],
    ["the epoch is 2001", "33 0000000000000000", { $date: "2001-01-01T00:00:00Z" }],
    ["half a second before", "33 bfe0000000000000", { $date: "2000-12-31T23:59:59.5Z" }],
    ["data", "43 000102", { $data: "AAEC" }],
    ["text", "53 616263", "abc"],
    ["empty text", "50", ""],
    ["UTF-16", "62 00fc 65e5", "ü日"],
    [
      "a long text with its length behind",
      "5f 10 0f 61 61 61 61 61 61 61 61 61 61 61 61 61 61 61",
      "a".repeat(15),
    ],
    ["reference of one byte", "80 07", { $uid: 7 }],
    ["reference of two bytes", "81 0100", { $uid: 256 }],
  ])("%s", (_, object, expected) => {
    expect(valueIn([object])).toEqual(expected);
  });

  test("arrays and dictionaries refer to objects by number", () => {
    expect(valueIn(["d2 01 02 03 04", "51 62", "51 61", "a2 04 04", "09"])).toEqual({
      b: [true, true],
      a: true,
    });
  });

  test("a key that stands twice: the last value counts, with a notice", () => {
    const reading = readPlist(binary(["d2 01 01 02 03", "51 61", "08", "09"]));
    expect(reading.ok && toTypedJson(reading.value.value)).toEqual({ a: true });
    expect(reading.ok && reading.value.notices).toMatchObject([{ code: "binary-repeated-key" }]);
  });
});

describe("damage", () => {
  test.each<[string, Uint8Array, string]>([
    ["no trailer", Buffer.from("bplist00"), "binary-truncated"],
    ["an item of itself", binary(["a1 00"]), "binary-cycle"],
    ["items of each other", binary(["a1 01", "d1 02 00", "51 61"]), "binary-cycle"],
    ["a reference to nothing", binary(["a1 09"]), "binary-damaged"],
    ["a root that is not there", binary(["08"], { root: 5 }), "binary-damaged"],
    ["more objects than bytes", binary(["08"], { count: 1000 }), "binary-truncated"],
    ["more objects than fit a file", binary(["08"], { count: Number.MAX_SAFE_INTEGER }), "binary-truncated"],
    ["no objects", binary([], { count: 0 }), "binary-truncated"],
    [
      "an offset size of zero",
      binary(["08"], {
        trailer: `${"00".repeat(7)}01${"00".repeat(7)}01${"00".repeat(8)}${"00".repeat(7)}09`,
      }),
      "binary-damaged",
    ],
    ["a key that is a number", binary(["d1 01 01", "10 01"]), "binary-damaged"],
    ["text beyond the end", binary(["5f 11 ffff 61"]), "binary-truncated"],
    ["data beyond the end", binary(["4f 13 7fffffffffffffff 61"]), "binary-truncated"],
    ["an array beyond the end", binary(["af 12 ffffffff"]), "binary-truncated"],
    ["a length that is no integer", binary(["5f 51 61"]), "binary-damaged"],
    ["null", binary(["00"]), "binary-unsupported"],
    ["a set", binary(["c1 01", "08"]), "binary-unsupported"],
    ["an integer of 32 bytes", binary([`15 ${"00".repeat(32)}`]), "binary-unsupported"],
    ["not a date", binary(["33 7ff8000000000000"]), "binary-damaged"],
    ["a date before year 1", binary(["33 c22d63c8c5000000"]), "binary-damaged"],
    ["ASCII with an umlaut", binary(["51 fc"]), "binary-damaged"],
    ["half of a surrogate pair", binary(["61 d800"]), "binary-damaged"],
  ])("%s", (_, bytes, code) => {
    expect(readPlist(bytes)).toMatchObject({ ok: false, problem: { code } });
  });

  test("few bytes that stand for more values than fit in memory", () => {
    const doubling = Array.from({ length: 60 }, (_, i) => `a2 ${hex(i + 1)} ${hex(i + 1)}`);
    expect(readPlist(binary([...doubling, "08"]))).toMatchObject({
      ok: false,
      problem: { code: "plist-too-large" },
    });
  });

  test("few bytes that repeat a long text", () => {
    const lines = Array.from({ length: 5 }, (_, i) => `af 10 c8 ${hex(i + 1).repeat(200)}`);
    const text = `5f 11 ffff ${"61".repeat(65535)}`;
    const objects = [...lines, text];
    expect(readPlist(wide(objects))).toMatchObject({ ok: false, problem: { code: "plist-too-large" } });
  });

  test("levels count where an object is used, not where it was read first", () => {
    // 0 → [1, 301]; 1 … 300 is a chain down to true (601); 301 … 600 is a chain that leads to 1 again.
    const upper = Array.from({ length: 300 }, (_, i) => `a1 ${hex16(i === 299 ? 601 : i + 2)}`);
    const lower = Array.from({ length: 300 }, (_, i) => `a1 ${hex16(i === 299 ? 1 : i + 302)}`);
    const bytes = wide([`a2 ${hex16(1)} ${hex16(301)}`, ...upper, ...lower, "09"], 2);
    expect(readPlist(bytes)).toMatchObject({ ok: false, problem: { code: "plist-too-deep" } });
  });

  test("512 levels are read, 513 are not", () => {
    const chain = (levels: number) => [
      ...Array.from({ length: levels }, (_, i) => `a1 ${hex16(i + 1)}`),
      "08",
    ];
    expect(readPlist(wide(chain(512), 2)).ok).toBe(true);
    expect(readPlist(wide(chain(513), 2))).toMatchObject({ ok: false, problem: { code: "plist-too-deep" } });
  });
});

function hex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function hex16(number: number): string {
  return number.toString(16).padStart(4, "0");
}

/** Like {@link binary} with offsets of four bytes. */
function wide(objects: readonly string[], referenceSize = 1): Uint8Array {
  const bytes = objects.map((object) => Buffer.from(object.replaceAll(" ", ""), "hex"));
  const table = Buffer.alloc(objects.length * 4);
  let offset = 8;
  for (const [i, object] of bytes.entries()) {
    table.writeUInt32BE(offset, i * 4);
    offset += object.length;
  }
  const trailer = Buffer.alloc(32);
  trailer[6] = 4;
  trailer[7] = referenceSize;
  trailer.writeBigUInt64BE(BigInt(objects.length), 8);
  trailer.writeBigUInt64BE(BigInt(offset), 24);
  return Buffer.concat([Buffer.from("bplist00"), ...bytes, table, trailer]);
}
