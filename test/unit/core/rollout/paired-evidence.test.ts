import { describe, expect, test } from "vitest";
import { pairedEvidence } from "../../../../main/core/rollout/paired-evidence.ts";
import { buildPaired } from "../../../support/paired.ts";
import { check, login, record, refused } from "../history/records.ts";

const at = (day: number) => `2026-11-${String(day).padStart(2, "0")}T09:00:00.000Z`;

describe("the newest pair", () => {
  test("is a run of both", () => {
    const both = record([login(), refused(50076)], {
      startedAt: at(3),
      paired: buildPaired({ loginMfa: "not-proven" }),
    });
    expect(pairedEvidence([record([check()], { startedAt: at(1) }), both])).toMatchObject({
      runId: both.id,
      startedAt: at(3),
      paired: { loginMfa: "not-proven", checkClean: false, loginAccepted: true, checkAccepted: true },
    });
  });

  test("is two runs of one profile, as old as the older one", () => {
    const [older, newer] = [record([login()], { startedAt: at(1) }), record([check()], { startedAt: at(2) })];
    expect(pairedEvidence([newer, older])).toMatchObject({
      runId: newer.id,
      startedAt: at(1),
      paired: { loginMfa: "yes", checkClean: true },
    });
  });

  test("puts a newer half beside the other half of an older pair", () => {
    const both = record([login(), check()], {
      startedAt: at(1),
      paired: buildPaired({ checkClean: true }),
    });
    const newer = record([refused(50076)], { startedAt: at(2) });
    expect(pairedEvidence([both, newer])?.paired).toMatchObject({ loginMfa: "yes", checkClean: false });
  });

  test.each([
    ["other settings", { profileFingerprint: "f1" }],
    ["the practice tenant", { practice: true, scenario: "no-mfa" }],
  ])("does not mix in %s", (_, change) => {
    const other = record([login()], { startedAt: at(1), ...change });
    expect(pairedEvidence([other, record([check()], { startedAt: at(2) })])).toBeNull();
  });

  test("does not count a check that was refused for a mistyped password", () => {
    const wrong = record([refused(50126, { outcome: "password-wrong" })], { startedAt: at(3) });
    const older = [record([login()], { startedAt: at(1) }), record([check()], { startedAt: at(2) })];
    expect(pairedEvidence([wrong, ...older])?.paired).toMatchObject({
      checkClean: true,
      checkAccepted: true,
    });
    expect(pairedEvidence([wrong, record([login()], { startedAt: at(1) })])).toBeNull();
  });

  test("does not count what somebody stopped", () => {
    const stopped = record([login({ outcome: "cancelled" })], { startedAt: at(3) });
    expect(pairedEvidence([stopped, record([check()], { startedAt: at(2) })])).toBeNull();
    expect(pairedEvidence([])).toBeNull();
  });
});
