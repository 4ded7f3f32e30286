import { expect, it } from "vitest";
import type { Finding } from "../../../../main/core/finding.ts";
import { newFindings, readBaseline } from "../../../../main/core/lint/baseline.ts";

const finding = (rule: string, keyPath: string): Finding => ({
  rule,
  severity: "warning",
  certainty: "documented",
  title: "Something is wrong.",
  detail: "It is.",
  where: { keyPath },
});

function baselineOf(files: readonly { readonly file: string; readonly findings: readonly Finding[] }[]) {
  const read = readBaseline({ files });
  if (!read.ok) throw new Error(read.problem.detail);
  return read.value;
}

it("what stood there once hides one finding in each file, not two", () => {
  const known = baselineOf([{ file: "a/x.mobileconfig", findings: [finding("not-a-guid", "A")] }]);
  const found = [finding("not-a-guid", "A"), finding("not-a-guid", "A"), finding("not-a-guid", "B")];
  for (const file of ["a/x.mobileconfig", "b/x.mobileconfig", "c\\x.mobileconfig"])
    expect(newFindings(known, file, found)).toEqual(found.slice(1));
});

it("a name that several files of the earlier run had stands for none of them", () => {
  const same = [finding("not-a-guid", "A")];
  const known = baselineOf(["a", "b", "c"].map((folder) => ({ file: `${folder}/x.plist`, findings: same })));
  expect(newFindings(known, "b/x.plist", same)).toEqual([]);
  expect(newFindings(known, "d/x.plist", same)).toEqual(same);
});

it("attack: names that every object has are names like others", () => {
  const known = baselineOf([{ file: "__proto__", findings: [finding("constructor", "toString")] }]);
  expect(newFindings(known, "__proto__", [finding("constructor", "toString")])).toEqual([]);
  expect(newFindings(known, "constructor", [finding("constructor", "toString")])).toHaveLength(1);
});

it("attack: as many files as a baseline may name are looked up one by one", () => {
  const many = Array.from({ length: 60_000 }, (_, index) => ({
    file: `a/${index}.plist`,
    findings: [finding("not-a-guid", "A")],
  }));
  const known = baselineOf(many);
  for (const { file, findings } of many)
    expect(newFindings(known, file.replace("a/", "b/"), findings)).toHaveLength(0);
});
