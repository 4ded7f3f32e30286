import { describe, expect, test } from "vitest";
import type { Finding } from "../../../../main/core/finding.ts";
import { judgeRollout, type RolloutInput } from "../../../../main/core/rollout/rollout.ts";

const day = 24 * 60 * 60 * 1000;

/** Everything was looked at and nothing is against it. */
const fine: RolloutInput = {
  findings: [],
  paired: { loginMfa: "yes", checkClean: true, loginAccepted: true, checkAccepted: true },
  lockOut: [],
  practicePolicies: false,
  signature: { status: "valid" },
  lastTest: { ageMs: 0, profileChanged: false, practice: false },
  practiceProfile: false,
};

function finding(severity: Finding["severity"], title: string): Finding {
  return { rule: "r", severity, certainty: "documented", title, detail: "", where: {} };
}

const paired = (change: Partial<NonNullable<RolloutInput["paired"]>>) => ({
  paired: { loginMfa: "yes", checkClean: true, loginAccepted: true, checkAccepted: true, ...change } as const,
});
const lastTest = (change: Partial<NonNullable<RolloutInput["lastTest"]>>) => ({
  lastTest: { ageMs: 0, profileChanged: false, practice: false, ...change },
});

describe("go or no-go", () => {
  const table: readonly (readonly [string, Partial<RolloutInput>, "go" | "no-go" | "not-yet", string])[] = [
    ["everything fine", {}, "go", "The profile has no errors and no warnings."],
    ["one warning", { findings: [finding("warning", "W.")] }, "go", "1 warning is left to read."],
    [
      "warnings",
      { findings: [finding("warning", "W."), finding("warning", "W.")] },
      "go",
      "2 warnings are left",
    ],
    ["a note", { findings: [finding("info", "N.")] }, "go", "no errors and no warnings"],
    ["an error", { findings: [finding("error", "Wrong id.")] }, "no-go", "The profile has 1 error."],
    [
      "errors",
      { findings: [finding("warning", "W."), finding("error", "First one."), finding("error", "B.")] },
      "no-go",
      "The profile has 2 errors.",
    ],
    ["never tested", { paired: null, lastTest: null }, "not-yet", "have not been tested together"],
    ["MFA as wanted", paired({}), "go", "The login works and demands MFA."],
    ["no MFA", paired({ loginMfa: "no" }), "not-yet", "whoever has the password can log in"],
    ["MFA not proven", paired({ loginMfa: "not-proven" }), "not-yet", "not proven"],
    ["login refused", paired({ loginAccepted: false }), "no-go", "The login does not work."],
    ["check refused", paired({ checkClean: false, checkAccepted: false }), "no-go", "Jamf Connect refuses"],
    ["check unclear", paired({ checkClean: false, checkAccepted: null }), "not-yet", "is not known"],
    ["check accepted at a cost", paired({ checkClean: false }), "go", "leaves a red line"],
    ["practice tenant", lastTest({ practice: true }), "not-yet", "met the practice tenant"],
    ["changed since", lastTest({ profileChanged: true }), "not-yet", "has changed since the last test"],
    ["seven days", lastTest({ ageMs: 7 * day }), "go", "as it was tested 7 days ago"],
    ["eight days", lastTest({ ageMs: 8 * day }), "not-yet", "8 days old"],
    ["practice profile", { practiceProfile: true }, "not-yet", "This is the practice profile."],
    [
      "practice profile and policies",
      { practiceProfile: true, practicePolicies: true },
      "not-yet",
      "Profile and policies are the practice tenant's",
    ],
    ["no policies", { lockOut: null }, "not-yet", "No Conditional Access policies are loaded"],
    ["lock-out warning", { lockOut: [finding("warning", "Depends.")] }, "not-yet", "is not known. Depends."],
    ["lock-out note", { lockOut: [finding("info", "N.")] }, "go", "No policy locks people out"],
    [
      "lock-out",
      { lockOut: [finding("error", "Compliant device.")] },
      "no-go",
      "People could be locked out. Comp",
    ],
    [
      "policies of the practice tenant",
      { practicePolicies: true },
      "not-yet",
      "Only practice policies are loaded.",
    ],
    [
      "a lock-out by policies of the practice tenant",
      { practicePolicies: true, lockOut: [finding("error", "Compliant device.")] },
      "no-go",
      "People could be locked out. Comp",
    ],
    ["untrusted", { signature: { status: "untrusted" } }, "go", "does not trust its signer"],
    ["expired", { signature: { status: "expired" } }, "not-yet", "has expired"],
    ["broken", { signature: { status: "invalid" } }, "no-go", "does not fit the content"],
  ];

  test.each(table)("%s", (_, change, decision, text) => {
    const rollout = judgeRollout({ ...fine, ...change });
    expect(rollout.decision).toBe(decision);
    const reason = rollout.reasons.find((one) => one.text.includes(text));
    expect(reason, JSON.stringify(rollout.reasons)).toBeDefined();
    if (decision !== "go") expect(reason?.ok).toBe(false);
  });

  test("has nothing to say about a signature that is not there", () => {
    const { decision, reasons } = judgeRollout({ ...fine, signature: null });
    expect(decision).toBe("go");
    expect(reasons.filter(({ text }) => /signature/i.test(text))).toEqual([]);
  });

  test.each<[string, Partial<RolloutInput>, string]>([
    ["an error", { findings: [finding("error", "Wrong id.")] }, "read-findings"],
    ["a warning", { findings: [finding("warning", "W.")] }, "read-findings"],
    ["never tested", { paired: null, lastTest: null }, "test-both"],
    ["changed since", lastTest({ profileChanged: true }), "test-both"],
    ["too old", lastTest({ ageMs: 8 * day }), "test-both"],
    ["login refused", paired({ loginAccepted: false }), "read-run"],
    ["MFA not proven", paired({ loginMfa: "not-proven" }), "read-run"],
    ["check refused", paired({ checkAccepted: false }), "read-run"],
    ["no policies", { lockOut: null }, "load-policies"],
    ["practice profile", { practiceProfile: true }, "open-profile"],
    ["practice profile and policies", { practiceProfile: true, practicePolicies: true }, "open-profile"],
    ["practice tenant", lastTest({ practice: true }), "leave-practice"],
    ["practice policies", { practicePolicies: true }, "leave-practice"],
    ["expired signature", { signature: { status: "expired" } }, "sign"],
    ["broken signature", { signature: { status: "invalid" } }, "sign"],
  ])("knows where something can be done: %s", (_, change, way) => {
    const fixes = judgeRollout({ ...fine, ...change }).reasons.flatMap((reason) => reason.fix ?? []);
    expect(fixes).toEqual([way]);
  });

  test("names the first error beside the count, and nothing beside other reasons", () => {
    const { reasons } = judgeRollout({
      ...fine,
      findings: [finding("warning", "W."), finding("error", "First one."), finding("error", "B.")],
    });
    expect(reasons.flatMap(({ first }) => first ?? [])).toEqual(["First one."]);
  });

  test("says what is against it first, then what is open, then what is fine", () => {
    const { reasons } = judgeRollout({
      ...fine,
      ...paired({ loginMfa: "not-proven" }),
      signature: { status: "invalid" },
    });
    expect(reasons.map(({ ok }) => ok)).toEqual([false, false, true, true, true, true]);
    expect(reasons[0]?.text).toContain("signature");
    expect(reasons[1]?.text).toContain("not proven");
  });

  test("says nothing about errors and warnings of a profile that nobody checked", () => {
    const { decision, reasons } = judgeRollout({ ...fine, findings: null });
    expect(decision).toBe("go");
    expect(JSON.stringify(reasons)).not.toMatch(/errors|warnings/);
  });

  test("unknown policies are an open question, before a test, after it, and beside a refusal", () => {
    const unknown = { ...fine, lockOut: null };
    const before = judgeRollout({ ...unknown, paired: null, lastTest: null });
    const refused = judgeRollout({ ...unknown, ...paired({ loginAccepted: false }) });
    expect([before.decision, judgeRollout(unknown).decision]).toEqual(["not-yet", "not-yet"]);
    for (const { reasons } of [before, judgeRollout(unknown), refused]) {
      const policies = reasons.filter(({ text }) => text.startsWith("No Conditional Access policies"));
      expect(policies).toEqual([expect.objectContaining({ ok: false, weight: "open" })]);
    }
    expect(refused.reasons.filter(({ weight }) => weight === "against")).toHaveLength(1);
  });

  test("is go exactly when every reason is fine", () => {
    for (const [, change] of table) {
      const { decision, reasons } = judgeRollout({ ...fine, ...change });
      expect(decision === "go").toBe(reasons.every(({ ok }) => ok));
    }
  });
});
