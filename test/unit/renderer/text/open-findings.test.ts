import { expect, it } from "vitest";
import type { Finding } from "../../../../preload/contract.ts";
import {
  countFindings,
  openFindings,
  openFindingsLine,
  worstFirst,
} from "../../../../renderer/text/open-findings.ts";

const finding = (severity: Finding["severity"]): Finding => ({
  rule: "not-a-guid",
  severity,
  certainty: "documented",
  title: "T.",
  detail: "D.",
  where: {},
});

it.each([
  [["error"], "1 error is in this profile."],
  [["warning", "info"], "1 warning is in this profile."],
  [["error", "warning", "warning"], "1 error and 2 warnings are in this profile."],
] as const)("%s: %s", (severities, line) => {
  expect(openFindingsLine(openFindings(severities.map(finding)))).toBe(line);
});

it("notes alone, and a profile that nobody looked at, leave nothing open", () => {
  expect(openFindings([finding("info")])).toEqual([]);
  expect(openFindings(null)).toEqual([]);
});

it.each([
  [["warning", "error", "warning"], "1 error", "2 warnings"],
  [["error", "error", "error", "error", "warning"], "3 errors", "1 error and 1 warning"],
  [["warning", "warning"], "2 warnings", ""],
] as const)("of %s the worst kind is shown at once, a few of it", (severities, shown, rest) => {
  const { worst, others } = worstFirst(severities.map(finding));
  expect([countFindings(worst), countFindings(others)]).toEqual([shown, rest]);
});
