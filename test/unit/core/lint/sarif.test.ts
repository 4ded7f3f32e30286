import { expect, it } from "vitest";
import type { Finding } from "../../../../main/core/finding.ts";
import { lintRules } from "../../../../main/core/lint/rules.ts";
import { fileUri, sarifLog } from "../../../../main/core/lint/sarif.ts";
import { sarifFaults } from "../../../support/sarif-faults.ts";

const finding: Finding = {
  rule: "not-a-guid",
  severity: "error",
  certainty: "documented",
  title: "T.",
  detail: "D.",
  where: { domain: "com.jamf.connect.login", keyPath: "OIDCClientID" },
  fix: { label: "Take the id from Entra", steps: ["Copy it."] },
};
const elsewhere: Finding = { ...finding, rule: "incomplete-policy-export", severity: "info", where: {} };
const suppressed = [{ finding, reason: "Decided." }];
const problem = { code: "file-not-read", title: "x could not be read.", detail: "No.", fix: "Look." };

const log = sarifLog({
  version: "1.2.3",
  rules: lintRules,
  files: [
    { file: "staff & co.mobileconfig", findings: [finding, elsewhere], suppressed },
    { file: "/private/a b/ü%.plist", findings: [], suppressed: [] },
  ],
  problems: [problem],
});
const run = (log["runs"] as readonly { readonly [name: string]: never }[])[0] as unknown as {
  readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
  readonly results: readonly {
    readonly [name: string]: unknown;
    readonly ruleIndex: number;
    readonly ruleId: string;
  }[];
};

it("a log is valid against the schema of SARIF 2.1.0", () => {
  expect(sarifFaults(log)).toEqual([]);
});

it("the check of the schema finds what is wrong", () => {
  expect(sarifFaults({ version: "2.0.0" })).toEqual(["$.runs is missing", "$.version is 2.0.0"]);
  expect(sarifFaults({ version: "2.1.0", runs: [{ tool: {}, x: 1 }] })).toEqual([
    "$.runs[0].tool.driver is missing",
    "$.runs[0].x is not known",
  ]);
});

it("each result names its rule, and what is suppressed has its reason", () => {
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(run.results.map(({ level }) => level)).toEqual(["error", "note", "error"]);
  expect(run.results[2]?.["suppressions"]).toEqual([
    { kind: "external", status: "accepted", justification: "Decided." },
  ]);
});

it.each([
  ["staff & co.mobileconfig", "staff%20%26%20co.mobileconfig"],
  ["/private/ü.plist", "file:///private/%C3%BC.plist"],
  ["C:\\profiles\\a b.plist", "file:///C:/profiles/a%20b.plist"],
  ["../up/a.plist", "../up/a.plist"],
])("%s as a URI reference is %s", (path, uri) => {
  expect(fileUri(path)).toBe(uri);
});

it("attack: half a character in the name of a file is no fault", () => {
  expect(() => fileUri("a\ud800.plist")).not.toThrow();
});
