import fc from "fast-check";
import { latestDate } from "../../../../main/core/plist/limits.ts";
import type { PlistValue } from "../../../../main/core/plist/value.ts";

/** Text that every format can hold: valid Unicode without the characters that XML 1.0 leaves out. */
export const xmlText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom("&", "<", ">", "\r", "\n", "\t", "]]>", "$", "é", "日", "😀"),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed in XML.
  .filter((text) => !/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.test(text));

/** Names that trip readers: markup, prototypes, the marks of typed JSON. */
const trickyKeys = fc.constantFrom(
  "__proto__",
  "constructor",
  "toString",
  "$data",
  "$$real",
  "$",
  "CF$UID",
  "",
  "a.b",
  "[0]",
  "<key>",
);

const integers = fc.oneof(
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }),
  fc.constantFrom(
    0n,
    -1n,
    255n,
    256n,
    65535n,
    65536n,
    2n ** 31n,
    2n ** 32n,
    2n ** 53n,
    -(2n ** 53n),
    2n ** 63n,
    2n ** 127n - 1n,
    -(2n ** 127n),
  ),
  fc.integer().map(BigInt),
);

/**
 * Any property list.
 *
 * @param options.wholeSeconds dates as XML can hold them; else to the microsecond
 */
export function plistValues(options: {
  readonly wholeSeconds: boolean;
  readonly text?: fc.Arbitrary<string>;
}): fc.Arbitrary<PlistValue> {
  const text = options.text ?? xmlText;
  const step = options.wholeSeconds ? 1000 : 1;
  const dates = fc
    .integer({ min: Math.ceil(-62_135_596_800_000 / step), max: Math.floor(latestDate / step) })
    .map((count) => ({ kind: "date" as const, time: count * step }));
  const { value } = fc.letrec<{ value: PlistValue }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      text.map((content) => ({ kind: "string" as const, value: content })),
      integers.map((content) => ({ kind: "integer" as const, value: content })),
      fc.double().map((content) => ({ kind: "real" as const, value: content })),
      fc.integer().map((content) => ({ kind: "real" as const, value: content })),
      fc.boolean().map((content) => ({ kind: "boolean" as const, value: content })),
      dates,
      fc.uint8Array({ maxLength: 100 }).map((bytes) => ({ kind: "data" as const, bytes })),
      fc
        .bigInt({ min: 0n, max: 2n ** 64n - 1n })
        .map((content) => ({ kind: "uid" as const, value: content })),
      fc.array(tie("value"), { maxLength: 20 }).map((items) => ({ kind: "array" as const, items })),
      fc
        .array(fc.tuple(fc.oneof(text, trickyKeys), tie("value")), { maxLength: 20 })
        .map((entries) => ({ kind: "dict" as const, entries: new Map(entries) }))
        .filter((dict) => !looksLikeReference(dict.entries)),
    ),
  }));
  return value;
}

/** XML writes a reference as this dictionary, so the dictionary itself cannot be told from it (nor by Apple's reader). */
function looksLikeReference(entries: ReadonlyMap<string, PlistValue>): boolean {
  return entries.size === 1 && entries.has("CF$UID");
}

/** Keys of all dictionaries in their order, for comparisons that must notice a changed order. */
export function keyOrder(value: PlistValue): readonly unknown[] {
  if (value.kind === "array") return value.items.map(keyOrder);
  return value.kind === "dict" ? [...value.entries].map(([key, item]) => [key, keyOrder(item)]) : [];
}
