import fc from "fast-check";
import {
  equalValues,
  readPlist,
  unwritablePath,
  writeBinaryPlist,
  writeXmlPlist,
} from "../../../../main/core/plist/index.ts";
import { plistValues } from "./arbitraries.ts";

/** One damage to a file: bytes changed, taken out, put in or repeated at a place (a share of the length). */
type Damage = { readonly at: number; readonly take: number; readonly put: Uint8Array };

const damages: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  take: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(500) }),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc
      .constantFrom(
        "<",
        ">",
        "&",
        "</",
        "<key>",
        "</dict>",
        "<!--",
        "]]>",
        "<![CDATA[",
        "<!DOCTYPE",
        "<?",
        '"',
        "\r",
        "\u0000",
        "\ufeff",
        "&#0;",
        "&#x110000;",
        "<dict>",
        "<integer>",
      )
      .map((text) => new TextEncoder().encode(text)),
    fc.constantFrom(0xff, 0x0f, 0xaf, 0xdf, 0x7f).map((byte) => new Uint8Array([byte])),
  ),
});

/** Property lists as they leave our writers, then damaged in up to six places. */
export const damagedFiles: fc.Arbitrary<Uint8Array> = fc
  .tuple(plistValues({ wholeSeconds: true }), fc.boolean(), fc.array(damages, { minLength: 1, maxLength: 6 }))
  .map(([value, binary, list]) =>
    list.reduce(applyDamage, binary ? writeBinaryPlist(value) : writeXmlPlist(value)),
  );

/** Any bytes, among them such that begin like a property list. */
export const anyBytes: fc.Arbitrary<Uint8Array> = fc
  .tuple(
    fc.constantFrom("", "bplist00", "<plist>", "<?xml version='1.0'?>", "\u00fe\u00ff", "\u00ff\u00fe"),
    fc.uint8Array({ maxLength: 400 }),
  )
  .map(([start, bytes]) => new Uint8Array([...Buffer.from(start, "latin1"), ...bytes]));

/**
 * What must hold for every file: reading ends in a value or in a problem with three sentences, nothing is thrown; and a
 * value can be written and read again.
 */
export function expectReadable(bytes: Uint8Array): void {
  const reading = readPlist(bytes);
  if (!reading.ok) {
    const { code, title, detail, fix } = reading.problem;
    if (!/^[a-z0-9-]+$/.test(code) || title === "" || detail === "" || fix === "")
      throw new Error(`incomplete problem ${code}`);
    return;
  }
  const { value } = reading.value;
  const again = readPlist(writeBinaryPlist(value));
  if (!again.ok || !equalValues(again.value.value, value))
    throw new Error("the binary form is another value");
  if (unwritablePath(value) !== null) return;
  const text = readPlist(writeXmlPlist(value));
  if (!text.ok) throw new Error(`the XML form cannot be read: ${text.problem.detail}`);
}

function applyDamage(bytes: Uint8Array, { at, take, put }: Damage): Uint8Array {
  const place = Math.floor(at * bytes.length);
  return new Uint8Array([...bytes.subarray(0, place), ...put, ...bytes.subarray(place + take)]);
}
