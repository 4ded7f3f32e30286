import { join } from "node:path";
import { expect, it } from "vitest";
import type { Finding } from "../../../main/core/finding.ts";
import { app, file, latchkey, open, profile } from "./support.ts";

const policies = join(import.meta.dirname, "../../fixtures/policies/recipes/simple/policies.json");
const tenant = "11112222-3333-4444-8555-666677778888";
const client = "aaaabbbb-0000-4000-8000-ccccdddd0001";

/** The two checks of this profile differ in client and scopes. */
const twoChecks = profile({
  "com.jamf.connect.login": {
    OIDCProvider: "EntraID",
    OIDCTenant: tenant,
    OIDCClientID: client,
    OIDCROPGID: "aaaabbbb-0000-4000-8000-ccccdddd0002",
    OIDCNewPassword: false,
  },
  "com.jamf.connect": {
    IdPSettings: {
      Provider: "EntraID",
      ROPGID: client,
      TenantID: tenant,
      ROPGScopes: "api://check.contoso.com/ropg+openid",
    },
  },
});
const google = profile({ "com.jamf.connect.login": { OIDCProvider: "GoogleID", OIDCClientID: client } });

async function loadPolicies(bench: ReturnType<typeof app>): Promise<void> {
  const { readFile } = await import("node:fs/promises");
  const given = { path: "policies.json", file: bench.give("policies.json", await readFile(policies)) };
  await bench.call("policies.load", { name: "policies.json", files: [given], adds: false });
}

const whatIf = { assumed: {}, baselineScopes: null, changes: [], scopes: { login: null, check: null } };

const rules = (findings: readonly Finding[]) => findings.map(({ rule }) => rule).sort();

it("Conditional Access: both hosts find the same in profile and policies", async () => {
  const bench = app();
  await open(bench, twoChecks);
  await loadPolicies(bench);
  const inApp = await bench.call("policies.explain", { from: "menu-bar", username: null, whatIf });
  const onLine = await latchkey([
    ...["conditional-access", policies, "--profile", file("staff.mobileconfig", twoChecks), "--json"],
  ]);
  expect(inApp).toEqual(JSON.parse(onLine.out));
  expect(rules(inApp?.findings ?? [])).toContain("domains-disagree");
});

it("Conditional Access: both hosts refuse a profile of another provider, in the same words", async () => {
  const bench = app();
  await open(bench, google);
  await loadPolicies(bench);
  const inApp = await bench.problem("policies.explain", { from: "login", username: null, whatIf });
  const onLine = await latchkey([
    ...["conditional-access", policies, "--profile", file("staff.mobileconfig", google)],
  ]);
  expect(inApp.code).toBe("provider-not-entra");
  expect(onLine.code).toBe(2);
  expect(onLine.err).toBe(`latchkey: ${inApp.title} ${inApp.detail} ${inApp.fix}\n`);
});

it("a password check says in both hosts where the other check of the profile differs", async () => {
  const refusing: typeof fetch = () => Promise.reject(new TypeError("there is no network in this test"));
  const bench = app({ fetch: refusing });
  await open(bench, twoChecks);
  const who = { from: "menu-bar", username: "robin@contoso.example", password: "Password-1" } as const;
  await bench.start("test.ropg", { ...who, allowHost: null });
  const { result } = await bench.next("test.finished");
  const onLine = await latchkey(
    [
      ...["test", "ropg", "--profile", file("staff.mobileconfig", twoChecks), "--from", "menu-bar", "--json"],
      ...["--username", who.username, "--password-stdin", "--authority", "http://127.0.0.1:9/contoso"],
    ],
    [who.password],
  );
  const differ = (findings: readonly Finding[]) => findings.filter(({ rule }) => rule === "domains-disagree");
  expect(differ(result.findings)).toHaveLength(2);
  expect(differ(result.findings)).toEqual(differ(JSON.parse(onLine.out).findings));
});

it("the forecast says what the profile leaves open", async () => {
  const bench = app();
  await open(bench, twoChecks);
  await loadPolicies(bench);
  const forecast = await bench.call("test.predict", { from: "menu-bar", username: null });
  expect(rules(forecast?.findings ?? [])).toEqual([
    "domains-disagree",
    "domains-disagree",
    "redirect-uri-missing",
  ]);
});
