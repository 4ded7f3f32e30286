import { describe, expect, test } from "vitest";
import { switchesOf } from "../../../../main/app/practice/switches.ts";
import { tenantChange } from "../../../../main/app/practice/tenant-change.ts";
import { listScenarios, loadScenario, type Tenant } from "../../../../main/practice-tenant/index.ts";
import { changeTenant } from "../../../../main/practice-tenant/tenant/change.ts";
import type { CallInput, PracticeSwitches } from "../../../../preload/contract.ts";

type Change = CallInput<"practice.change">;

function tenantOf(scenario: string): Tenant {
  const loaded = loadScenario(scenario);
  if (!loaded.ok) throw new Error(loaded.problem.title);
  return loaded.value.tenant;
}

function changed(tenant: Tenant, change: Change, scenario: Tenant): Tenant {
  const result = changeTenant(tenant, tenantChange(change, tenant, scenario));
  if (!result.ok) throw new Error(result.problem.detail);
  return result.value;
}

function switches(tenant: Tenant): PracticeSwitches {
  return switchesOf(tenant, (user) => user.lockedOut);
}

/** Every switch that a person can turn, turned. */
function everythingElse(now: PracticeSwitches): Change {
  const other = { none: "high", low: "none", medium: "none", high: "none" } as const;
  const states = {
    enabled: "disabled",
    disabled: "enabled",
    enabledForReportingButNotEnforced: "enabled",
  } as const;
  return {
    policyStates: Object.fromEntries(now.policies.map(({ id, state }) => [id, states[state]])),
    baselineScopes: now.baselineScopes === "legacy" ? "enforced" : "legacy",
    securityDefaults: !now.securityDefaults,
    device: now.device === "compliant" ? "registered" : "compliant",
    deviceShownBy: now.deviceShownBy === "browsers" ? "every-sign-in" : "browsers",
    ...(now.place === null ? {} : { place: now.place.options[0]?.id ?? "" }),
    ...(now.country === null ? {} : { country: "DE" }),
    maliciousAddress: !now.maliciousAddress,
    signInRisk: other[now.signInRisk],
    accounts: Object.fromEntries(
      now.accounts.map((account) => [
        account.username,
        {
          isEnabled: !account.isEnabled,
          isPasswordExpired: !account.isPasswordExpired,
          isLockedOut: !account.isLockedOut,
          hasSecondFactor: !account.hasSecondFactor,
          perUserMfa: !account.perUserMfa,
          risk: other[account.risk],
        },
      ]),
    ),
    publicClientFlows: !now.publicClientFlows,
    ...(now.consent === null ? {} : { consent: !now.consent }),
    outage: now.outage === "none" ? "everything" : "none",
  };
}

/** The change that sets every switch to what these say. */
function settingAllTo(wanted: PracticeSwitches): Change {
  const { policies, place, country, accounts, consent, ...rest } = wanted;
  return {
    ...rest,
    policyStates: Object.fromEntries(policies.map(({ id, state }) => [id, state])),
    ...(place === null ? {} : { place: place.at }),
    ...(country === null ? {} : { country }),
    accounts: Object.fromEntries(
      accounts.map(({ username, displayName: _, ...account }) => [username, account]),
    ),
    ...(consent === null ? {} : { consent }),
  };
}

describe.each(listScenarios().map(({ name }) => name))("%s", (name) => {
  const scenario = tenantOf(name);
  const before = switches(scenario);

  test("every switch can be turned, and shows it", () => {
    const change = everythingElse(before);
    const after = switches(changed(scenario, change, scenario));
    const { accounts, ...shown } = after;
    const { policyStates, place, accounts: wanted, ...flat } = change;
    expect(shown).toMatchObject(flat);
    expect(Object.fromEntries(after.policies.map(({ id, state }) => [id, state]))).toEqual(policyStates);
    expect(after.place?.at).toBe(place);
    for (const { username, displayName: _, ...account } of accounts)
      expect(account).toEqual(wanted?.[username]);
  });

  test("switching everything back gives the tenant of the scenario, to the letter", () => {
    const turned = changed(scenario, everythingElse(before), scenario);
    const back = changed(turned, settingAllTo(before), scenario);
    expect(back).toEqual(scenario);
  });
});

describe("what a switch does not say", () => {
  test("stays as it is", () => {
    const scenario = tenantOf("blocked-location");
    expect(changed(scenario, {}, scenario)).toEqual(scenario);
  });

  test("a name that no account has changes nothing, not even one that every object has", () => {
    const scenario = tenantOf("no-mfa");
    for (const username of ["nobody@contoso.example", "constructor", "__proto__"]) {
      const accounts = Object.fromEntries([[username, { isEnabled: false }]]);
      expect(changed(scenario, { accounts }, scenario)).toEqual(scenario);
    }
  });

  test("a tenant without a placeholder app gets none", () => {
    const scenario = tenantOf("no-mfa");
    expect(changed(scenario, { baselineScopes: "placeholder" }, scenario).baselineScopes).toBe("enforced");
  });

  test("somebody without a second factor gets a code that the sign-in page takes", () => {
    const scenario = tenantOf("mfa-not-registered");
    const [{ username } = { username: "" }] = switches(scenario).accounts;
    const after = changed(scenario, { accounts: { [username]: { hasSecondFactor: true } } }, scenario);
    expect(after.users[0]?.mfaMethods).toEqual([{ method: "oneTimeCode", code: "123456" }]);
  });
});
