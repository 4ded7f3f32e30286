import { describe, expect, test } from "vitest";
import {
  consentedGrants,
  isConsentGiven,
  loadScenario,
  type Tenant,
} from "../../../../main/practice-tenant/index.ts";

function tenantOf(scenario: string): Tenant {
  const loaded = loadScenario(scenario);
  if (!loaded.ok) throw new Error(loaded.problem.title);
  return loaded.value.tenant;
}

/** The tenant with these grants for its login client. */
function withGrants(tenant: Tenant, grants: ReturnType<typeof consentedGrants>): Tenant {
  const isClient = (appId: string) => appId === tenant.practice.loginClient;
  return {
    ...tenant,
    applications: tenant.applications.map((app) => (isClient(app.appId) ? { ...app, grants } : app)),
  };
}

describe("consent for what the profile asks for", () => {
  test.each([
    ["no-mfa", true],
    ["api-excluded", true],
    ["consent-missing", false],
    ["api-app-missing", null],
  ])("%s: %s", (scenario, given) => {
    expect(isConsentGiven(tenantOf(scenario))).toBe(given);
  });

  test("what a profile asks for can be granted, and only that is added", () => {
    const tenant = tenantOf("consent-missing");
    const grants = consentedGrants(tenant);
    const before = tenant.applications[0]?.grants ?? [];
    expect(grants.slice(0, before.length)).toEqual(before);
    expect(grants.slice(before.length)).toEqual([
      { resourceAppId: tenant.practice.loginApi, scope: "jamfconnect", consentType: "AllPrincipals" },
    ]);
    expect(isConsentGiven(withGrants(tenant, grants))).toBe(true);
  });

  test("without any grant it is missing, and each resource gets its own", () => {
    const bare = withGrants(tenantOf("two-apis"), []);
    expect(isConsentGiven(bare)).toBe(false);
    expect(consentedGrants(bare).map(({ scope }) => scope)).toEqual(["jamfconnect", "jamfconnect"]);
    expect(isConsentGiven(withGrants(bare, consentedGrants(bare)))).toBe(true);
  });
});
