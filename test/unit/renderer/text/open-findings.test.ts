import { expect, it } from "vitest";
import type { Finding } from "../../../../preload/contract.ts";
import { openFindings, openFindingsLine } from "../../../../renderer/text/open-findings.ts";

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
