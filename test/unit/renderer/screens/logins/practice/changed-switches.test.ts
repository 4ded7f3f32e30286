import { describe, expect, test } from "vitest";
import type { PracticeSwitches } from "../../../../../../preload/contract.ts";
import { changedSwitches } from "../../../../../../renderer/screens/logins/practice/changed-switches.ts";
import { robin, practiceSwitches as scenario } from "../../../support/practice-switches.ts";

const changes: Readonly<Record<string, Partial<PracticeSwitches>>> = {
  "a policy": { policies: [{ id: "p1", displayName: "CA001", state: "disabled" }] },
  "a policy that came from a script": {
    policies: [...scenario.policies, { id: "p2", displayName: "CA002", state: "enabled" }],
  },
  "a policy that has gone": { policies: [] },
  "basic scopes": { baselineScopes: "legacy" },
  "security defaults": { securityDefaults: true },
  "the Mac": { device: "compliant" },
  "who shows it": { deviceShownBy: "browsers" },
  "the place": { place: { at: "office", options: [] } },
  "the country": { country: "DE" },
  "the address": { maliciousAddress: true },
  "the risk": { signInRisk: "high" },
  "public client flows": { publicClientFlows: false },
  consent: { consent: false },
  "the service": { outage: "everything" },
  "an account": { accounts: [{ ...robin, isEnabled: false }] },
  "a password": { accounts: [{ ...robin, isPasswordExpired: true }] },
  "a lock-out": { accounts: [{ ...robin, isLockedOut: true }] },
  "a second factor": { accounts: [{ ...robin, hasSecondFactor: false }] },
  "per-user MFA": { accounts: [{ ...robin, perUserMfa: true }] },
  "the risk of a user": { accounts: [{ ...robin, risk: "low" }] },
};

describe("how many switches differ from the scenario", () => {
  test("none where none was changed, whatever is called differently", () => {
    expect(changedSwitches(scenario, scenario)).toBe(0);
    const renamed = { ...scenario, accounts: [{ ...robin, displayName: "Robin" }] };
    expect(changedSwitches(renamed, scenario)).toBe(0);
  });

  test.each(Object.entries(changes))("%s counts as one", (_what, change) => {
    expect(changedSwitches({ ...scenario, ...change }, scenario)).toBe(1);
  });

  test("each of several counts, also of one account", () => {
    const accounts = [{ ...robin, isEnabled: false, risk: "high" as const }];
    expect(changedSwitches({ ...scenario, accounts, outage: "sign-in" }, scenario)).toBe(3);
  });
});
