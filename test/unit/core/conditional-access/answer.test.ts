import { describe, expect, it } from "vitest";
import { controls, excluding, explain, rules } from "./explain.ts";
import { API_1, API_2, CUSTOM, NOBODY_SPECIAL, PLACEHOLDER, policy } from "./support.ts";

describe("the shape of the answer", () => {
  it("has the fields of the design", () => {
    const answer = explain([policy()], { check: CUSTOM });
    expect(answer).toMatchObject({ recipe: "simple", baselineScopes: "enforced" });
    const [atLogin, atCheck] = answer.signIns;
    expect(atLogin).toMatchObject({
      id: "login-window",
      resource: "00000002-0000-0000-c000-000000000000",
      resourceName: "Windows Azure Active Directory",
      client: "33333333-3333-4333-8333-333333333333",
      verdict: { mfa: "yes", blocked: "no", deviceRequired: "no", lockout: "no" },
    });
    expect(atLogin?.policies[0]).toMatchObject({
      id: "policy-1",
      displayName: "CA001 Policy under test",
      state: "enabled",
      applies: "yes",
      effect: "MFA",
      certainty: "documented",
    });
    expect(atCheck).toMatchObject({ id: "password-check", resource: API_1 });
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
  });

  it("an App ID URI whose app id is not known is shown as it is", () => {
    expect(explain([policy()], { login: ["api://contoso.example/x"] }).signIns[0]?.resource).toBe(
      "api://contoso.example",
    );
  });

  it("a placeholder is the resource of baseline sign-ins", () => {
    const answer = explain([policy()], { setting: { placeholder: PLACEHOLDER.toUpperCase() } });
    expect(answer.baselineScopes).toBe(PLACEHOLDER);
    expect(answer.signIns[0]?.resource).toBe(PLACEHOLDER);
  });

  it("shows both answers where the settings differ, per policy and together", () => {
    const answer = explain([excluding(API_2)]);
    expect(answer.signIns[1]?.policies[0]?.otherSettings).toEqual({ legacy: "no" });
    expect(answer.signIns[1]?.otherSettings).toMatchObject([
      { baselineScopes: "legacy", differs: true, verdict: { mfa: "no" } },
    ]);
    expect(rules(answer)).toContain("info baseline-scopes-decide");
    expect(rules(explain([policy()]))).not.toContain("info baseline-scopes-decide");
  });

  it("a profile with one of the two sign-ins gets one", () => {
    expect(explain([policy()], { login: null }).signIns.map((each) => each.id)).toEqual(["password-check"]);
    expect(explain([policy()], { check: null })).toMatchObject({ recipe: null, cost: null });
  });
});

describe("a check that is asked for MFA", () => {
  const said = (answer: ReturnType<typeof explain>) =>
    answer.findings.find(({ rule }) => rule === "check-will-be-50076")?.detail;

  it("is answered with 50076, and where a block is open only where nothing blocks it", () => {
    expect(said(explain([policy()]))).toContain("then answers AADSTS50076. Jamf Connect");
    const block = policy(
      { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } },
      { id: "policy-2", grantControls: { operator: "OR", builtInControls: ["block"] } },
    );
    const somewhere = { user: new Set(["user-1"]), platform: "macos" } as const;
    expect(said(explain([policy(), block], { facts: somewhere }))).toContain(
      "then answers AADSTS50076, where no policy blocks the check.",
    );
  });
});

describe("lock-outs", () => {
  it.each(["compliantDevice", "domainJoinedDevice", "compliantApplication"])(
    "[thread-lockout] %s on the login is an error",
    (control) => {
      const answer = explain([policy({}, controls(control))]);
      expect(rules(answer)[0]).toBe("error lockout-grant");
      expect(answer.findings[0]?.where.policyId).toBe("policy-1");
      expect(answer.signIns[0]?.verdict.lockout).toBe("yes");
    },
  );

  it("a device that meets the policy is let in, and the policy stays worth a warning", () => {
    const facts = { ...NOBODY_SPECIAL, device: new Map([["iscompliant", true]]) };
    const answer = explain([policy({}, controls("compliantDevice"))], { facts });
    expect(answer.signIns[0]?.verdict).toMatchObject({ blocked: "no", deviceRequired: "yes", lockout: "no" });
    expect(rules(answer)[0]).toBe("warning lockout-grant");
    expect(answer.findings[0]?.title).toContain("lets this Mac in");
  });

  it("is an error where only the person is open, because somebody is hit", () => {
    const one = policy({ users: { includeGroups: ["pilot"] } }, controls("compliantDevice"));
    expect(rules(explain([one], { facts: { platform: "macos" } }))[0]).toBe("error lockout-grant");
  });

  it("is a warning where the place or the risk is open", () => {
    const one = policy(
      { locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] } },
      controls("compliantDevice"),
    );
    expect(rules(explain([one], { facts: { platform: "macos" } }))[0]).toBe("warning lockout-grant");
  });

  it.each([
    [
      "MFA as an alternative",
      policy({}, { grantControls: { operator: "OR", builtInControls: ["mfa", "compliantDevice"] } }),
    ],
    [
      "report-only",
      policy({}, { ...controls("compliantDevice"), state: "enabledForReportingButNotEnforced" }),
    ],
    ["turned off", policy({}, { ...controls("compliantDevice"), state: "disabled" })],
    [
      "another platform",
      policy({ platforms: { includePlatforms: ["windows"] } }, controls("compliantDevice")),
    ],
    [
      "another resource",
      policy({ applications: { includeApplications: ["Office365"] } }, controls("compliantDevice")),
    ],
  ])("none with %s", (_name, one) => {
    expect(explain([one]).findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });

  it("is a warning where the file does not say how the controls are joined", () => {
    const one = policy(
      {},
      { grantControls: { operator: null, builtInControls: ["mfa", "compliantDevice"] } },
    );
    expect(rules(explain([one]))[0]).toBe("warning lockout-grant");
  });

  it("a block on the login is an error, one that depends is told", () => {
    expect(rules(explain([policy({}, controls("block"))]))[0]).toBe("error login-blocked");
    const abroad = policy(
      { locations: { includeLocations: ["All"], excludeLocations: ["home"] } },
      controls("block"),
    );
    expect(rules(explain([abroad], { facts: {} }))).toContain("info login-blocked");
  });

  it("a lock-out through the check only is no lock-out", () => {
    const desktop = policy({ applications: { includeApplications: [API_1] } }, controls("compliantDevice"));
    const answer = explain([desktop], { check: CUSTOM });
    expect(rules(answer).filter((rule) => rule.startsWith("error"))).toEqual([]);
    expect(rules(answer)).toContain("warning check-blocked");
  });
});

describe("findings about the input", () => {
  it("names rules that cannot be read, unknown members, and names where ids belong", () => {
    const odd = policy(
      {
        users: { includeUsers: ["All"], excludeGroups: ["<BreakGlass>"] },
        applications: { includeApplications: ["All"], applicationFilter: { mode: "exclude", rule: "(" } },
        times: "x",
      },
      { sessionControls: { somethingNew: { isEnabled: true } } },
    );
    expect(rules(explain([odd]))).toEqual(
      expect.arrayContaining([
        "warning unreadable-rule",
        "info unknown-policy-member",
        "info unresolved-names",
      ]),
    );
  });

  it("[approved-app] a control that is not enforced any more says so with its source", () => {
    const alone = explain([policy({}, controls("approvedApplication"))]);
    const found = alone.findings.find((finding) => finding.rule === "approved-app-retired");
    expect(found).toMatchObject({
      severity: "warning",
      certainty: "documented",
      where: { policyId: "policy-1" },
      source: "https://learn.microsoft.com/entra/identity/conditional-access/migrate-approved-client-app",
    });
    expect(found?.detail).toContain("30 June 2026");
    expect(found?.detail).toContain("demands nothing any more");
    expect(alone.signIns[0]?.verdict).toMatchObject({ blocked: "no", lockout: "no" });
    expect(rules(alone).filter((rule) => rule.startsWith("error"))).toEqual([]);
    const beside = explain([policy({}, controls("approvedApplication", "mfa"))]);
    expect(rules(beside)).toContain("info approved-app-retired");
    expect(beside.signIns[0]?.verdict.mfa).toBe("yes");
    const off = explain([policy({}, { ...controls("approvedApplication"), state: "disabled" })]);
    expect(rules(off).join()).not.toContain("approved-app-retired");
  });

  it("[c-report-only-prompt] report-only with a compliant device can prompt on Macs", () => {
    const one = policy({}, { ...controls("compliantDevice"), state: "enabledForReportingButNotEnforced" });
    expect(rules(explain([one]))).toContain("info report-only-certificate-prompt");
  });

  it("[alarm] a clean check may be an alarm", () => {
    expect(rules(explain([]))).toContain("info clean-check-alarm");
    expect(rules(explain([policy()]))).not.toContain("info clean-check-alarm");
  });

  it("the worst comes first", () => {
    const severities = explain([
      policy(),
      policy({}, { id: "2", ...controls("compliantDevice") }),
    ]).findings.map((each) => each.severity);
    const order = ["error", "warning", "info"];
    expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
  });
});
