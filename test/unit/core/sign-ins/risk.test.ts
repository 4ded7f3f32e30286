import { describe, expect, it } from "vitest";
import type { Problem } from "../../../../main/core/problem.ts";
import { personAtRiskFinding } from "../../../../main/core/sign-ins/risk.ts";
import type { DetectionMeaning, MatchedDetection } from "../../../../main/core/sign-ins/risk-detections.ts";

const robin = {
  id: "0c0c0c0c-1111-4222-8333-444455556666",
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

const check = { kind: "check", by: "request-id" } as const;
const rows = { rows: 50, failures: 12, checks: 10 };

function matched(meaning: DetectionMeaning, type = "unfamiliarFeatures", at: string | null = null) {
  const detection = { id: "1", type, at, requestId: null, correlationId: null };
  return { detection, meaning } satisfies MatchedDetection;
}

function findingFor(matches: readonly MatchedDetection[], person = robin) {
  const finding = personAtRiskFinding(person, rows, { matches, unread: null });
  const steps = finding?.fix !== undefined && "steps" in finding.fix ? finding.fix.steps.join(" ") : "";
  return { title: "", detail: "", ...finding, steps };
}

describe("somebody at risk whose detections are known", () => {
  it("has all of them proven by what Entra names, and may have the risk dismissed after a look at the address", () => {
    const finding = findingFor([matched(check), matched(check), matched(check, "passwordSpray")]);
    expect(finding).toMatchObject({ severity: "info", certainty: "documented" });
    expect(finding.title).toBe(
      "robin@contoso.com is at risk (medium) in Entra ID Protection, last changed 2026-11-20. All 3 risk detections that still count there name correct passwords that met MFA in this log.",
    );
    expect(finding.detail).toBe(
      "The checks have the request ids of rows here. Detected: unfamiliar sign-in properties (2), password spray. 10 of their 12 failures are correct passwords that met MFA.",
    );
    expect(finding.steps).toMatch(/^Look at these rows.*dismiss the risk.*out of the policy/);
  });

  it("is said to be a conclusion where only the correlation id is the same", () => {
    const finding = findingFor([matched(check), matched({ kind: "check", by: "correlation-id" })]);
    expect(finding.certainty).toBe("inferred");
    expect(finding.title).toContain(
      "Both risk detections that still count there belong to correct passwords",
    );
    expect(finding.detail).toContain(
      "Of the checks, 1 has the request id of a row here, and 1 the correlation id only.",
    );
  });

  it("has the others told by type, time and place, and nothing dismissed", () => {
    const finding = findingFor([
      matched(check),
      matched({ kind: "no-sign-in" }, "leakedCredentials", "2026-11-20T07:00:00Z"),
      matched({ kind: "not-in-log" }, "brandNew", "2026-10-01T07:00:00Z"),
      matched({ kind: "other-sign-in", class: "success", isOtherApp: true }, "newCountry"),
    ]);
    expect(finding).toMatchObject({ severity: "warning", certainty: "documented" });
    expect(finding.title).toContain(
      "1 of the 4 risk detections that still count there names a correct password that met MFA in this log, and 3 do not.",
    );
    expect(finding.detail).toContain(
      "Detected besides: leaked credentials on 20 Nov 2026 07:00 UTC, which names no sign-in; brandNew on 1 Oct 2026 07:00 UTC, a sign-in that is not in this log; new country, a sign-in that succeeded in an application that is not asked about.",
    );
    expect(finding.steps).toContain("Treat the risk as real");
    expect(finding.steps).toContain("Do not dismiss the risk");
    expect(finding.steps).toContain("Read the log of the days and applications that are missing here");
  });

  it("is taken for really at risk where none is a check, and a long list is cut", () => {
    const leak = matched({ kind: "no-sign-in" }, "leakedCredentials");
    const finding = findingFor(Array.from({ length: 7 }, () => leak));
    expect(finding.title).toContain(
      "None of the 7 risk detections that still count there names a correct password",
    );
    expect(finding.detail.match(/leaked credentials/g)).toHaveLength(5);
    expect(finding.detail).toContain("; and 2 more.");
    expect(finding.steps).not.toMatch(/dismiss|Read the log/i);
  });

  it.each([[check], [{ kind: "no-sign-in" }]] as const)(
    "is never talked down once confirmed: %j",
    (meaning) => {
      const finding = findingFor([matched(meaning)], { ...robin, isConfirmed: true });
      expect(finding).toMatchObject({ severity: "warning" });
      expect(finding.detail).toMatch(/^Somebody confirmed it\. Do not take it for noise/);
      expect(JSON.stringify(finding)).not.toContain("ismiss");
    },
  );

  it("keeps today's sentence where Entra shows none, or where they could not be read, and says why", () => {
    const problem: Problem = { code: "x", title: "Microsoft Graph refuses to show it.", detail: "", fix: "" };
    const none = findingFor([]);
    const unread = personAtRiskFinding(robin, rows, { matches: null, unread: problem });
    expect([none.title, unread?.title]).toEqual([unread?.title, personAtRiskFinding(robin, rows)?.title]);
    expect(none.detail).toMatch(/does not stand in a sign-in log\..*Entra shows no risk detection of theirs/);
    expect(unread?.detail).toMatch(
      /does not stand in a sign-in log\..*could not be read\. Microsoft Graph refuses to show it\.$/,
    );
    expect(unread).toMatchObject({ certainty: "inferred", fix: personAtRiskFinding(robin, rows)?.fix });
  });
});
