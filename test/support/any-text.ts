import fc from "fast-check";

const character: fc.Arbitrary<string> = fc
  .oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0x10ffff }),
  )
  .map((point) => String.fromCodePoint(point));

/**
 * Any text that UTF-16 can hold without half a character, control characters too, a third of it ASCII. The like of fast-check's
 * unit `binary`, which takes a second and a half to prepare.
 */
export function anyText(limits: Omit<fc.StringConstraints, "unit"> = {}): fc.Arbitrary<string> {
  return fc.string({ ...limits, unit: character });
}
