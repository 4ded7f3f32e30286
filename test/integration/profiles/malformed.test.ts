import { describe, expect, test } from "vitest";
import { type PlistReading, readPlist, toTypedJson } from "../../../main/core/plist/index.ts";
import type { Result } from "../../../main/core/problem.ts";
import { comparable, hasPlistlib, type PythonReading, readWithPlistlib } from "./plistlib.ts";
import { readSamples, type Sample } from "./samples.ts";

const samples = readSamples("malformed");

/**
 * Files that we read and python's plistlib does not, and the other way round. `docs/formats.md` gives the reasons;
 * whoever changes the readers decides here.
 */
const moreLenient = [
  "test-files_test-xml-utf-16le.plist",
  "test-files_test-xml-utf-32be-bom.plist",
  "test-files_test-xml-utf-32le.plist",
  "testdata_xml_empty-doctype.plist",
  "testdata_xml_no-xml-tag.plist",
];
const stricter = [
  "tests_data_xml_entity_error.plist",
  "fuzz_bplist-crashes_crash-39f1347115f8fe9ac25cdc9332e3fc5cd32c7f7b",
  "testdata_xml_invalid-data.failure.plist",
  "tests_data_invalid_object_offset_size.plist",
  "tests_fuzz_data_ascii_string_too_long.plist",
];

describe("every malformed sample", () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))("%s", (_, { bytes }) => {
    const reading = readPlist(bytes);
    if (reading.ok) return;
    const { title, detail, fix, at } = reading.problem;
    for (const sentence of [title, detail, fix]) expect(sentence).toMatch(/^[A-Z0-9<].*\.$/s);
    const isText = !/^bplist/.test(Buffer.from(bytes.subarray(0, 6)).toString("latin1"));
    if (isText)
      expect(at, "line and column").toEqual({ line: expect.any(Number), column: expect.any(Number) });
  });

  test("has the value that plistlib reads, but for the differences that are decided", () => {
    if (!hasPlistlib()) return;
    const theirs = readWithPlistlib(samples.map(({ bytes }) => bytes));
    const found = samples.map((sample, i) => [sample, readPlist(sample.bytes), theirs[i]] as const);
    const named = (kind: Difference) =>
      found
        .filter(([, ours, python]) => python !== undefined && difference(ours, python) === kind)
        .map(([sample]) => shortName(sample));
    const counts = (["equal", "neither", "lenient", "strict"] as const).map(
      (kind) => `${named(kind).length} ${kind}`,
    );
    console.log(`Malformed samples against plistlib: ${counts.join(", ")}, of ${samples.length}.`);
    expect(named("other-value")).toEqual([]);
    expect(named("lenient")).toEqual(moreLenient);
    expect(named("strict")).toEqual(stricter);
  });
});

type Difference = "equal" | "other-value" | "lenient" | "strict" | "neither";

function difference(ours: Result<PlistReading>, theirs: PythonReading): Difference {
  if (!ours.ok) return "value" in theirs ? "strict" : "neither";
  if (!("value" in theirs)) return "lenient";
  return comparable(toTypedJson(ours.value.value)) === comparable(theirs.value) ? "equal" : "other-value";
}

/** Without the folders in front. */
function shortName({ name }: Sample): string {
  return name.replace(/^.*__/, "");
}
