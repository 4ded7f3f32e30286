import { beforeAll, describe, expect, test } from "vitest";
import { compareWithSecondReader } from "../../../main/app/export/second-reader.ts";
import {
  equalValues,
  type PlistValue,
  readPlist,
  toTypedJson,
  writeBinaryPlist,
  writeXmlPlist,
} from "../../../main/core/plist/index.ts";
import {
  compareProfiles,
  describeProfile,
  type ProfileDocument,
  readProfile,
  type WriteOptions,
  writeProfile,
} from "../../../main/core/profile/index.ts";
import { openSigned } from "../../../main/signing/index.ts";
import { comparable, hasPlistlib, readWithPlistlib } from "./plistlib.ts";
import { readSamples, sampleIndex } from "./samples.ts";

type ReadSample = {
  readonly name: string;
  readonly content: Uint8Array;
  readonly value: PlistValue;
  readonly document: ProfileDocument | null;
};

const parseable = new Set(
  sampleIndex("profiles")
    .filter(({ facts }) => facts.python_plistlib_parses)
    .map(({ file }) => file),
);
const files = readSamples("profiles").filter(({ name }) => parseable.has(name));
const samples: ReadSample[] = [];

beforeAll(async () => {
  for (const { name, bytes } of files) {
    const signed = await openSigned(bytes);
    if (!signed.ok) throw new Error(`${name}: ${signed.problem.title}`);
    const content = signed.value?.content ?? bytes;
    const reading = readPlist(content);
    if (!reading.ok) throw new Error(`${name}: ${reading.problem.title} ${reading.problem.detail}`);
    const document = readProfile(content, { fileName: name });
    samples.push({
      name,
      content,
      value: reading.value.value,
      document: document.ok ? document.value : null,
    });
  }
});

/** The names of the samples for which the check fails; the count goes to the table in the output. */
function failures(
  check: (sample: ReadSample) => boolean,
  label: string,
  among: readonly ReadSample[] = samples,
): readonly string[] {
  const failed = among.filter((sample) => !check(sample)).map(({ name }) => name);
  console.log(`${label.padEnd(60)} ${among.length - failed.length} of ${among.length}`);
  return failed;
}

describe("every published sample that INDEX.json calls parseable", () => {
  test("is read", () => {
    expect(samples.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
  });

  test("has the value that plistlib reads", () => {
    if (!hasPlistlib()) return;
    const readings = readWithPlistlib(samples.map(({ content }) => content));
    const check = (sample: ReadSample) => {
      const reading = readings[samples.indexOf(sample)];
      return (
        reading !== undefined &&
        "value" in reading &&
        comparable(reading.value) === comparable(toTypedJson(sample.value))
      );
    };
    expect(failures(check, "read, equal to plistlib")).toEqual([]);
  });

  test.each([
    ["XML", writeXmlPlist],
    ["binary", writeBinaryPlist],
  ] as const)("is the same again after %s, for us and for plistlib", (form, write) => {
    const written = samples.map(({ value }) => write(value));
    const ours = (sample: ReadSample) => {
      const reading = readPlist(written[samples.indexOf(sample)] ?? new Uint8Array());
      return reading.ok && equalValues(reading.value.value, sample.value);
    };
    expect(failures(ours, `written as ${form}, equal again`)).toEqual([]);
    if (!hasPlistlib()) return;
    const readings = readWithPlistlib(written);
    const theirs = (sample: ReadSample) => {
      const reading = readings[samples.indexOf(sample)];
      return (
        reading !== undefined &&
        "value" in reading &&
        comparable(reading.value) === comparable(toTypedJson(sample.value))
      );
    };
    expect(failures(theirs, `written as ${form}, equal for plistlib`)).toEqual([]);
  });

  test("is the same for the package plist after XML", () => {
    expect(
      failures(
        ({ value }) => compareWithSecondReader(writeXmlPlist(value)) === null,
        "written as XML, equal for the package plist",
      ),
    ).toEqual([]);
  });
});

describe("forms of every sample that is a profile", () => {
  /** Direct profiles, to be wrapped and unwrapped; wrapped ones, to be unwrapped and wrapped again. */
  test.each([
    ["direct", "managed-preferences"],
    ["managed-preferences", "direct"],
  ] as const)("from %s to %s and back is equal in value", (from, to) => {
    const among = samples.filter(
      ({ document }) => document?.format === "mobileconfig" && formsOf(document).has(from),
    );
    const check = ({ document }: ReadSample) => {
      if (document === null) return false;
      const other = through(document, { to: "mobileconfig", form: to });
      const back = through(other, { to: "mobileconfig", form: from });
      return compareProfiles(document, other).length === 0 && equalValues(back.root, document.root);
    };
    expect(failures(check, `${from} → ${to} → ${from}`, among)).toEqual([]);
    const changed = among.filter(
      ({ document }) =>
        document !== null && !formsOf(through(document, { to: "mobileconfig", form: to })).has(from),
    );
    console.log(`${"".padEnd(60)} ${changed.length} of them changed, the others cannot be ${to}`);
    expect(changed.length).toBeGreaterThanOrEqual(among.length === 0 ? 0 : 10);
  });

  test("a bare plist wrapped in either form holds the same settings", () => {
    const bare = samples.filter(({ document }) => document?.format === "plist" && document.domain !== null);
    const check = ({ document }: ReadSample) =>
      document !== null &&
      (["direct", "managed-preferences"] as const).every(
        (form) => compareProfiles(document, through(document, { to: "mobileconfig", form })).length === 0,
      );
    expect(failures(check, "bare plist → mobileconfig (both forms)", bare)).toEqual([]);
  });
});

function through(document: ProfileDocument, options: WriteOptions): ProfileDocument {
  const written = writeProfile(document, options);
  if (!written.ok) throw new Error(`${written.problem.title} ${written.problem.detail}`);
  const read = readProfile(written.value, { fileName: null });
  if (!read.ok) throw new Error(read.problem.detail);
  return read.value;
}

function formsOf(document: ProfileDocument): ReadonlySet<string> {
  return new Set(describeProfile(document).payloads.map(({ form }) => form));
}
