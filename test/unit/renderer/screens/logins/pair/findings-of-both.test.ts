import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../../../preload/contract.ts";
import {
  changeComesFirst,
  findingsOfBoth,
} from "../../../../../../renderer/screens/logins/pair/findings-of-both.ts";
import { buildLoginResult } from "../../../../../support/login-result.ts";
import { buildPairedView } from "../../../../../support/paired.ts";

const note: Finding = {
  rule: "left-here",
  severity: "info",
  certainty: "documented",
  title: "This test left from this machine.",
  detail: "",
  where: {},
};
const warning: Finding = { ...note, rule: "costly", severity: "warning" };

function verdictOf(tone: "ok" | "warn") {
  const paired = buildPairedView();
  return { ...paired, verdict: { ...paired.verdict, tone } };
}

const result = (findings: readonly Finding[], costs = false) =>
  buildLoginResult({
    findings,
    signInLog: costs ? { cost: { rowsPerMacAndDay: 24, sentence: "24 lines a day." } } : {},
  });

describe("what was found about both sign-ins", () => {
  it("is listed once where both say it", () => {
    expect(findingsOfBoth(verdictOf("warn"), result([note]), result([warning, note]))).toEqual([
      note,
      warning,
    ]);
  });

  it.each<[string, "ok" | "warn", readonly Finding[], boolean, boolean]>([
    ["notes under an unwanted answer", "warn", [note], false, true],
    ["nothing under an unwanted answer", "warn", [], false, true],
    ["a warning, which says why", "warn", [warning], false, false],
    ["what every check costs", "warn", [note], true, false],
    ["notes under the wanted answer", "ok", [note], false, false],
  ])("lets what would change it come first: %s", (_, tone, findings, costs, isFirst) => {
    expect(changeComesFirst(verdictOf(tone), result([]), result(findings, costs))).toBe(isFirst);
  });
});
