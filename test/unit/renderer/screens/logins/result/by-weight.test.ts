import { expect, it } from "vitest";
import type { Finding } from "../../../../../../preload/contract.ts";
import { byWeight } from "../../../../../../renderer/screens/logins/result/by-weight.ts";

const finding = (rule: string, severity: Finding["severity"], isMended: boolean): Finding => ({
  rule,
  severity,
  title: rule,
  detail: "",
  source: "test",
  certainty: "documented",
  where: {},
  ...(isMended ? { fix: { label: "Do it", steps: ["Do it."] } } : {}),
});

it("puts the gravest finding first, and before its equals the one that can be mended", () => {
  const findings = [
    finding("note", "info", false),
    finding("note-with-fix", "info", true),
    finding("warning", "warning", false),
    finding("error", "error", false),
    finding("warning-with-fix", "warning", true),
  ];
  expect(byWeight(findings).map(({ rule }) => rule)).toEqual([
    "error",
    "warning-with-fix",
    "warning",
    "note-with-fix",
    "note",
  ]);
});
