import { expect, it } from "vitest";
import type { Finding } from "../../../../main/core/finding.ts";
import { applySuppressions } from "../../../../main/core/lint/suppressions.ts";

const known = new Set(["not-a-guid", "unknown-key"]);
const guid = finding("not-a-guid", "OIDCClientID");
const other = finding("not-a-guid", "OIDCROPGID");
const reason = "Decided.";

function finding(rule: string, keyPath: string): Finding {
  return { rule, severity: "error", certainty: "documented", title: "T.", detail: "D.", where: { keyPath } };
}

function apply(entries: unknown, findings: readonly Finding[] = [guid, other]) {
  const { findings: left, suppressed } = applySuppressions(
    findings,
    JSON.stringify({ suppress: entries }),
    known,
  );
  return {
    left: left.map(({ rule, where }) => `${rule} ${where.keyPath ?? ""}`.trim()),
    suppressed: suppressed.length,
  };
}

it("without a file everything stays", () => {
  expect(applySuppressions([guid], null, known)).toEqual({ findings: [guid], suppressed: [] });
});

it("an entry with a key path suppresses there, one without anywhere in the file", () => {
  expect(apply([{ rule: "not-a-guid", keyPath: "OIDCClientID", reason }])).toEqual({
    left: ["not-a-guid OIDCROPGID"],
    suppressed: 1,
  });
  expect(apply([{ rule: "not-a-guid", reason }])).toEqual({ left: [], suppressed: 2 });
});

it("without a reason nothing is suppressed, and that is a finding", () => {
  for (const each of [{}, { reason: "" }, { reason: " " }, { reason: 1 }])
    expect(apply([{ rule: "not-a-guid", ...each }]).left).toContain("suppression-without-reason");
});

it("an entry that suppresses nothing is a finding: unused where the rule exists, void where it does not", () => {
  expect(apply([{ rule: "unknown-key", reason }]).left).toContain("suppression-unused");
  expect(apply([{ rule: "not-a-gud", reason }]).left).toContain("suppression-void");
});

it("two entries for one finding: one suppresses, the other is a finding", () => {
  const entry = { rule: "not-a-guid", keyPath: "OIDCClientID", reason };
  expect(apply([entry, entry], [guid])).toEqual({ left: ["suppression-twice OIDCClientID"], suppressed: 1 });
  // The more precise entry counts, whichever stands first.
  expect(apply([{ rule: "not-a-guid", reason }, entry], [guid])).toEqual({
    left: ["suppression-twice"],
    suppressed: 1,
  });
  expect(apply([{ rule: "not-a-guid", reason }, entry])).toEqual({ left: [], suppressed: 2 });
});

it("a suppression cannot be suppressed", () => {
  const { left } = apply([
    { rule: "unknown-key", reason },
    { rule: "suppression-unused", reason },
  ]);
  expect(left.filter((each) => each.startsWith("suppression"))).toHaveLength(2);
});

it.each([
  ["{"],
  ["[]"],
  ["null"],
  ['{"suppress":{}}'],
  ['{"suppress":[1]}'],
  ['{"suppress":[{"rule":"x","keyPath":1,"reason":"r"}]}'],
  ["\ud800"],
])("a file that is no such file is one finding and suppresses nothing: %s", (text) => {
  const { findings, suppressed } = applySuppressions([guid], text, known);
  expect(findings.map(({ rule }) => rule)).toEqual(["not-a-guid", "suppression-void"]);
  expect(suppressed).toEqual([]);
});
