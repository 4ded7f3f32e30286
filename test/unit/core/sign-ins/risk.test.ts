import { describe, expect, it } from "vitest";
import { personAtRiskFinding } from "../../../../main/core/sign-ins/risk.ts";

const robin = {
  user: "robin@contoso.com",
  level: "medium",
  isConfirmed: false,
  changedAt: "2026-11-20T08:00:00Z",
};

describe("somebody at risk", () => {
  it("is named with how many of their failures are none, and no cause is claimed", () => {
    const finding = personAtRiskFinding(robin, { rows: 50, failures: 12, checks: 10 });
    expect(finding?.title).toBe(
      "robin@contoso.com is at risk (medium) in Entra ID Protection, last changed 2026-11-20. 10 of their 12 failures are correct passwords that met MFA.",
    );
    expect(finding).toMatchObject({ severity: "info", certainty: "inferred", where: { row: robin.user } });
    expect(finding?.detail).toContain("does not stand in a sign-in log");
  });

  it("has no finding where no failure of theirs is a correct password", () => {
    expect(personAtRiskFinding(robin, { rows: 50, failures: 12, checks: 0 })).toBeNull();
  });

  it("is never talked down where the compromise is confirmed", () => {
    const finding = personAtRiskFinding({ ...robin, isConfirmed: true }, { rows: 2, failures: 1, checks: 1 });
    expect(finding?.severity).toBe("warning");
    expect(finding?.title).toContain("confirmed as compromised");
    expect(finding?.title).toContain("The one failure of theirs is a correct password that met MFA.");
    expect(JSON.stringify(finding)).not.toContain("dismiss");
  });

  it("keeps a level that nobody knows to itself", () => {
    const finding = personAtRiskFinding(
      { ...robin, level: "hidden", changedAt: null },
      { rows: 1, failures: 2, checks: 1 },
    );
    expect(finding?.title).toContain(
      "is at risk in Entra ID Protection. 1 of their 2 failures is a correct password",
    );
  });
});
