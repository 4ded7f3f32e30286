import { describe, expect, it } from "vitest";
import { lintContext } from "../../../../main/app/document/lint-context.ts";
import { readPoliciesFromJson } from "../../../../main/core/conditional-access/index.ts";
import type { Finding } from "../../../../main/core/finding.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import {
  asking,
  basicScopes,
  checkExcluded,
  exampleCheckApi,
  exampleLoginApi,
  examplePolicy,
  scopesOf,
  twoApis,
} from "../../../../main/core/lint/policy-examples.ts";
import type { ExampleSettings, LintRule } from "../../../../main/core/lint/rule.ts";
import { checkWillBe28000 } from "../../../../main/core/lint/rules/check-will-be-28000.ts";
import { checkWillBe50076 } from "../../../../main/core/lint/rules/check-will-be-50076.ts";
import { recipeOutdated } from "../../../../main/core/lint/rules/recipe-outdated.ts";
import { securityKeysAtLogin } from "../../../../main/core/lint/rules/security-keys-at-login.ts";
import { successCodesMissing } from "../../../../main/core/lint/rules/success-codes-missing.ts";
import { soundLogin, soundMenuBar } from "../../../../main/core/lint/sound-settings.ts";
import { documentOf, foundIn, foundInLogin } from "./found-in.ts";

type Tenant = { readonly baselineScopes?: "legacy" | { readonly placeholder: string } };

/** What a rule finds in settings together with the policies of a tenant. */
async function found(
  rule: LintRule,
  settings: Readonly<Record<string, ExampleSettings>>,
  policies: readonly ExampleSettings[],
  { baselineScopes }: Tenant = {},
): Promise<readonly Finding[]> {
  const read = readPoliciesFromJson([...policies], { fileName: null });
  if (!read.ok) throw new Error(read.problem.detail);
  const document = documentOf({ settings });
  const context = await lintContext(document, {
    jamfConnect: null,
    today: null,
    tenant: {
      policies: read.value.policies,
      facts: {},
      baselineScopes: baselineScopes ?? "enforced",
      macs: null,
      checkMinutes: null,
      inputFindings: [],
    },
  });
  return lintDocument(document, context, [rule]);
}

const said = (findings: readonly Finding[]) => findings.map(({ severity }) => severity);

describe("the recipe of 2023", () => {
  const settings = asking(scopesOf(exampleLoginApi), basicScopes);
  const other = examplePolicy({ excluded: ["0c0c0c0c-1111-4222-8333-444444444444"] });

  it("is told from the profile alone, as what it is: a conclusion", () => {
    expect(foundIn(recipeOutdated, { settings })).toMatchObject([
      { severity: "info", certainty: "inferred" },
    ]);
    expect(foundIn(recipeOutdated, { settings: twoApis })).toEqual([]);
    expect(foundIn(recipeOutdated, { settings: asking(basicScopes, basicScopes) })).toEqual([]);
    expect(foundIn(recipeOutdated, { settings: asking(basicScopes, scopesOf(exampleCheckApi)) })).toEqual([]);
  });

  it("is found where the check has no scopes of its own", () => {
    const login = { ...soundLogin, OIDCScopes: scopesOf(exampleLoginApi) };
    const found = foundInLogin(recipeOutdated, login);
    expect(found).toMatchObject([{ where: { keyPath: "ROPGScopes" } }]);
    const both = { "com.jamf.connect.login": login, "com.jamf.connect": soundMenuBar };
    expect(foundIn(recipeOutdated, { settings: both })).toMatchObject([
      { where: { domain: "com.jamf.connect", keyPath: "IdPSettings.ROPGScopes" } },
    ]);
  });

  it("is documented with policies, by the setting of the tenant", async () => {
    expect(await found(recipeOutdated, settings, [other])).toMatchObject([
      { severity: "warning", certainty: "documented" },
    ]);
    const legacy = await found(recipeOutdated, settings, [other], { baselineScopes: "legacy" });
    expect(said(legacy)).toEqual(["info"]);
  });

  it("is none where the policies make another one of it", async () => {
    const placeholder = "0c0c0c0c-1111-4222-8333-444444444444";
    const customised = { baselineScopes: { placeholder } };
    expect(await found(recipeOutdated, settings, [other], customised)).toEqual([]);
    expect(await found(recipeOutdated, settings, [examplePolicy()])).toEqual([]);
  });
});

describe("a check that is asked for MFA", () => {
  const settings = asking(basicScopes, basicScopes);
  /** The policy with a group that it does not apply to, as most tenants have one for emergencies. */
  const butFor = (...excludeGroups: string[]): ExampleSettings => {
    const policy = examplePolicy();
    const conditions = policy["conditions"] as ExampleSettings;
    const users = conditions["users"] as ExampleSettings;
    return { ...policy, conditions: { ...conditions, users: { ...users, excludeGroups } } };
  };

  it("is a warning where it hits everybody, whoever signs in", async () => {
    expect(said(await found(checkWillBe50076, settings, [butFor()]))).toEqual(["warning"]);
  });

  it("is a note that says what decides where a group is left out and nobody said who signs in", async () => {
    const [finding, ...others] = await found(checkWillBe50076, settings, [
      butFor("88888888-8888-4888-8888-888888888888"),
    ]);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("info");
    expect(finding?.title).toMatch(/may be asked for MFA: that depends on .*(user|group|person)/);
  });

  it("is nothing where the check is left out, or the policy is not in force", async () => {
    const off = { ...butFor("88888888-8888-4888-8888-888888888888"), state: "disabled" };
    expect(await found(checkWillBe50076, settings, [off])).toEqual([]);
    expect(await found(checkWillBe50076, twoApis, [checkExcluded])).toEqual([]);
  });
});

describe("scopes of several resources", () => {
  const check = (ROPGScopes: string, more: ExampleSettings = {}) =>
    foundInLogin(checkWillBe28000, { ...soundLogin, ROPGScopes, ...more }).map(({ where }) => where.keyPath);
  it.each([
    `${scopesOf(exampleCheckApi)}+User.Read`,
    `${scopesOf(exampleCheckApi)}+api://${exampleLoginApi}/jamfconnect`,
    "openid https://graph.microsoft.com/User.Read api://check.contoso.com/ropg",
  ])("%s is refused", (scopes) => {
    expect(check(scopes)).toEqual(["ROPGScopes"]);
  });

  it.each([
    basicScopes,
    `${scopesOf(exampleCheckApi)}+offline_access`,
    "openid+User.Read+https://graph.microsoft.com/Mail.Read",
    `${scopesOf(exampleCheckApi)}+api://${exampleCheckApi.toUpperCase()}/other`,
  ])("%s is one resource", (scopes) => {
    expect(check(scopes)).toEqual([]);
  });

  it("each sign-in is looked at, with its own key", () => {
    const two = `${scopesOf(exampleCheckApi)}+User.Read`;
    const all = foundIn(checkWillBe28000, { settings: asking(two, two) });
    expect(all.map(({ where }) => `${where.domain} ${where.keyPath}`)).toEqual([
      "com.jamf.connect.login OIDCScopes",
      "com.jamf.connect.login ROPGScopes",
      "com.jamf.connect IdPSettings.ROPGScopes",
    ]);
  });

  it("other providers are not judged", () => {
    const okta = { OIDCProvider: "Okta-OIDC", OIDCTenant: "contoso", OIDCClientID: "x", OIDCROPGID: "x" };
    expect(foundInLogin(checkWillBe28000, { ...okta, ROPGScopes: "openid+groups+api://x/y" })).toEqual([]);
  });
});

describe("an authentication strength at the login window", () => {
  const strength = (more: ExampleSettings, rest: Partial<Parameters<typeof examplePolicy>[0]> = {}) =>
    examplePolicy({ controls: [], more: { authenticationStrength: more }, ...rest });
  const custom = (...allowedCombinations: string[]) =>
    strength({ id: "x", displayName: "Own", allowedCombinations });
  const builtIn = (last: number) => ({ id: `00000000-0000-0000-0000-00000000000${last}` });

  it.each([
    ["phishing-resistant, by id", strength(builtIn(4)), ["error"]],
    ["FIDO2 only", custom("fido2"), ["error"]],
    ["smart card or passkey", custom("x509CertificateMultiFactor", "windowsHelloForBusiness"), ["error"]],
    ["passwordless, by id", strength(builtIn(3)), ["warning"]],
    ["keys and a temporary pass", custom("fido2", "temporaryAccessPassOneTime"), ["warning"]],
    ["any second factor, by id", strength(builtIn(2)), []],
    ["a key or a code", custom("fido2", "password,softwareOath"), []],
    ["a strength that nobody knows", strength({ id: "9", displayName: "Own" }), []],
    ["a key or MFA", strength(builtIn(4), { controls: ["mfa"] }), []],
    ["a key or a compliant device", strength(builtIn(4), { controls: ["compliantDevice"] }), ["error"]],
    ["report-only", { ...strength(builtIn(4)), state: "enabledForReportingButNotEnforced" }, []],
  ] as const)("%s: %o", async (_, policy, expected) => {
    expect(said(await found(securityKeysAtLogin, twoApis, [policy]))).toEqual(expected);
  });

  it("is a warning where it depends on the place, and nothing where the login is excluded", async () => {
    const policy = strength(builtIn(4));
    const conditions = policy["conditions"] as ExampleSettings;
    const abroad = {
      ...policy,
      conditions: {
        ...conditions,
        locations: { includeLocations: ["All"], excludeLocations: ["AllTrusted"] },
      },
    };
    expect(said(await found(securityKeysAtLogin, twoApis, [abroad]))).toEqual(["warning"]);
    const excluded = strength(builtIn(4), { excluded: [exampleLoginApi] });
    expect(await found(securityKeysAtLogin, twoApis, [excluded])).toEqual([]);
  });
});

describe("the codes that mean a correct password", () => {
  const duo = examplePolicy({ controls: [], more: { customAuthenticationFactors: ["RequireDuoMfa"] } });
  const block = examplePolicy({ controls: ["block"] });
  const both = (login: ExampleSettings, menuBar: ExampleSettings) => ({
    "com.jamf.connect.login": { ...soundLogin, ...login },
    "com.jamf.connect": { IdPSettings: { ...(soundMenuBar["IdPSettings"] as ExampleSettings), ...menuBar } },
  });

  it.each([
    ["a custom control", {}, {}, duo, ["IdPSettings.SuccessCodes", "ROPGSuccessCodes"]],
    ["listed in one domain", { ROPGSuccessCodes: ["50158"] }, {}, duo, ["IdPSettings.SuccessCodes"]],
    ["listed in both", { ROPGSuccessCodes: ["50158"] }, { SuccessCodes: ["AADSTS50158"] }, duo, []],
    [
      "another one is listed",
      { ROPGSuccessCodes: ["50076"] },
      { SuccessCodes: ["50158"] },
      duo,
      ["ROPGSuccessCodes"],
    ],
    ["a block", {}, { SuccessCodes: ["50158"] }, block, ["IdPSettings.SuccessCodes", "ROPGSuccessCodes"]],
    ["MFA, which counts", {}, {}, examplePolicy(), []],
    // The check of the login window asks for something else, so that its answer is not known.
    ["other scopes", { ROPGScopes: scopesOf(exampleCheckApi) }, {}, duo, ["IdPSettings.SuccessCodes"]],
  ] as const)("%s", async (_, login, menuBar, policy, expected) => {
    const findings = await found(successCodesMissing, both(login, menuBar), [policy]);
    expect(findings.map(({ where }) => where.keyPath)).toEqual(expected);
  });

  it("are not asked for without policies, or where the check goes through", async () => {
    expect(foundIn(successCodesMissing, { settings: both({}, {}) })).toEqual([]);
    expect(await found(successCodesMissing, twoApis, [checkExcluded])).toEqual([]);
  });
});
