import fc from "fast-check";
import { expect, test } from "vitest";
import {
  equalValues,
  type PlistValue,
  readPlistText,
  type SourcePlace,
  writeXmlSource,
} from "../../../../../main/core/plist/index.ts";
import { assertProperty } from "../../../../support/assert-property.ts";
import { plistValues } from "../arbitraries.ts";

function read(text: string): PlistValue {
  const reading = readPlistText(`<plist version="1.0">${text}</plist>`);
  if (!reading.ok) throw new Error(`${reading.problem.title} ${reading.problem.detail}`);
  return reading.value.value;
}

/** Each place with the value that stands there, and what its lines hold when they are read by themselves. */
function readAt(lines: readonly string[], place: SourcePlace, value: PlistValue): void {
  const own = lines.slice(place.first - 1, place.last).join("\n");
  if (typeof place.key === "string" && place.first !== lines.length && own.trimStart().startsWith("<key>")) {
    const entry = read(`<dict>${own}</dict>`);
    // A dictionary of this one key is a reference.
    const found = entry.kind === "dict" ? entry.entries.get(place.key) : value;
    expect(found !== undefined && equalValues(found, value)).toBe(true);
  } else {
    expect(equalValues(read(own), value)).toBe(true);
  }
  const held =
    value.kind === "array" ? value.items : value.kind === "dict" ? [...value.entries.values()] : [];
  const names =
    value.kind === "array" ? [...value.items.keys()] : value.kind === "dict" ? [...value.entries.keys()] : [];
  expect(place.inner?.map(({ key }) => key) ?? []).toEqual(names);
  for (const [index, inner] of (place.inner ?? []).entries())
    readAt(lines, inner, held[index] ?? { kind: "array", items: [] });
}

test("the lines that the writer names of a value, read by themselves, are that value, whatever the values hold", () => {
  assertProperty(
    fc.property(plistValues({ wholeSeconds: true }), (value) => {
      const { text, place } = writeXmlSource(value);
      readAt(text.split("\n"), place, value);
    }),
  );
});
