import { describe, expect, test } from "vitest";
import { applyPatch, testSettings } from "../../../../../main/core/profile/index.ts";
import type { Sourced, TestSettings } from "../../../../../main/core/profile/test-settings.ts";
import type { Provider } from "../../../../../main/core/provider.ts";
import { decide } from "../../../../../main/core/verdict/decide.ts";
import type { Ending } from "../../../../../main/core/verdict/ending.ts";
import { readErrorText } from "../../../../../main/core/verdict/entra-error.ts";
import type { FixQuestion } from "../../../../../main/core/verdict/fixes/fix-question.ts";
import { profileFixes } from "../../../../../main/core/verdict/fixes/profile-fixes.ts";
import { settingsFor } from "../../../../integration/login/settings.ts";
import { contoso } from "../../profile/fixtures.ts";

const login = "com.jamf.connect.login";
const menuBar = "com.jamf.connect";

function sourced<T>(value: T, keyPath: string | null, domain = login): Sourced<T> {
  return { value, domain, keyPath };
}

function answered(code: number): Ending {
  return {
    kind: "provider-error",
    answer: readErrorText(`AADSTS${code}: Something.`, "invalid_request"),
    at: "request",
  };
}

type Change = Partial<Omit<FixQuestion, "settings" | "verdict">> & {
  readonly settings?: Partial<TestSettings>;
};

function fixes({ settings: changed = {}, kind = "ropg", ending = { kind: "tokens" }, ...rest }: Change) {
  const settings = settingsFor("https://login.microsoftonline.com", "EntraID", changed);
  const verdict = decide({
    kind,
    provider: settings.provider.value,
    ending,
    successCodes: settings.successCodes.value,
  });
  return profileFixes({
    kind,
    settings,
    ending,
    verdict,
    entra: "v2",
    sessionMayBeReused: false,
    factor: "unknown",
    clockDifferenceMs: null,
    idClaims: null,
    account: null,
    userInfoMissing: null,
    adoptedClient: null,
    ...rest,
  });
}

/** The one fix that is expected, as its rule and its patch. */
function only(change: Change) {
  const found = fixes(change);
  expect(found).toHaveLength(1);
  const [{ rule, where, fix } = { rule: "", where: {}, fix: undefined }] = found;
  return { rule, where, patch: fix !== undefined && "patch" in fix ? fix.patch : null };
}

const set = (keyPath: string, value: unknown, domain = login) => ({
  op: "set",
  payload: { domain },
  path: keyPath.split("."),
  value,
});

describe("the endpoint", () => {
  const tenant = sourced("33333333-3333-3333-3333-333333333333", "OIDCTenant");
  const v2 =
    "https://login.microsoftonline.com/33333333-3333-3333-3333-333333333333/v2.0/.well-known/openid-configuration";

  test("a request that v1 wants a resource for goes to v2", () => {
    const discoveryUrl = sourced(v2.replace("/v2.0", ""), "ROPGDiscoveryURL");
    expect(only({ ending: answered(900144), settings: { tenant, discoveryUrl } })).toMatchObject({
      rule: "use-v2-endpoint",
      where: { domain: login, keyPath: "ROPGDiscoveryURL" },
      patch: set("ROPGDiscoveryURL", v2),
    });
  });

  test("the address is taken from what the profile says, never from where a practice run went", () => {
    const { patch } = only({ ending: answered(90014), settings: { tenant, discoveryUrl: null } });
    expect(patch).toEqual(set("ROPGDiscoveryURL", v2));
  });

  test("a profile that names v2 already is not what is wrong", () => {
    const discoveryUrl = sourced(v2, "ROPGDiscoveryURL");
    expect(fixes({ ending: answered(900144), settings: { tenant, discoveryUrl } })).toEqual([]);
  });

  test("plain http becomes https", () => {
    const ending: Ending = {
      kind: "settings",
      problem: { code: "discovery-not-https", title: "", detail: "", fix: "" },
    };
    const discoveryUrl = sourced("http://login.contoso.example/x", "OIDCDiscoveryURL");
    expect(only({ kind: "oidc", ending, settings: { discoveryUrl } }).patch).toEqual(
      set("OIDCDiscoveryURL", "https://login.contoso.example/x"),
    );
  });
});

describe("scopes", () => {
  const missing: Ending = {
    kind: "tokens-refused",
    problems: [{ finding: "id-token-missing", text: "" }],
    tokens: {},
  };

  test("a login without an ID token asks for openid, and keeps what it asked for", () => {
    const scopes = sourced(["api://1/jamfconnect", "email"], "OIDCScopes");
    expect(only({ kind: "oidc", ending: missing, settings: { scopes } }).patch).toEqual(
      set("OIDCScopes", "api://1/jamfconnect+email+openid"),
    );
  });

  test("an ID token that is missing although openid was asked for is not the profile's fault", () => {
    expect(fixes({ kind: "oidc", ending: missing })).toEqual([]);
  });

  test("scopes that are nobody's become the three that Jamf Connect needs, unless an API is among them", () => {
    const scopes = sourced(["openid,profile,email"], "ROPGScopes");
    expect(only({ ending: answered(70011), settings: { scopes } }).patch).toEqual(
      set("ROPGScopes", "openid+profile+email"),
    );
    const api = sourced(["api://1/jamfconnect", "openid"], "ROPGScopes");
    expect(fixes({ ending: answered(70011), settings: { scopes: api } })).toEqual([]);
  });
});

describe("the check", () => {
  test("a code that proves the password and is not documented can be listed, beside those that are", () => {
    const successCodes = sourced([50076], "ROPGSuccessCodes");
    expect(only({ ending: answered(50079), settings: { successCodes } })).toMatchObject({
      rule: "list-success-code",
      patch: set("ROPGSuccessCodes", ["50076", "50079"]),
    });
  });

  test("the menu bar has a list of its own", () => {
    const settings = {
      from: "menu-bar",
      provider: sourced<Provider>("EntraID", "IdPSettings.Provider", menuBar),
      successCodes: sourced([], null, menuBar),
    } as const;
    expect(only({ ending: answered(53003), settings }).patch).toEqual(
      set("IdPSettings.SuccessCodes", ["53003"], menuBar),
    );
  });

  test.each([
    ["50076, which Jamf documents", answered(50076), {}],
    ["a code that is listed", answered(50079), { successCodes: sourced([50079], "ROPGSuccessCodes") }],
    ["a wrong password", answered(50126), {}],
    ["a code that says nothing about the password", answered(50053), {}],
  ])("%s is left alone", (_what, ending, settings) => {
    expect(fixes({ ending, settings })).toEqual([]);
  });

  test("a public client loses its secret, wherever it stands", () => {
    const clientSecret = sourced("not-for-anybody", "OIDCClientSecret");
    const found = fixes({ ending: answered(700025), settings: { clientSecret } });
    expect(found).toMatchObject([
      { fix: { patch: { op: "remove", payload: { domain: login }, path: ["OIDCClientSecret"] } } },
    ]);
    expect(JSON.stringify(found)).not.toContain("not-for-anybody");
  });

  test("where a provider checks no passwords, people choose one", () => {
    const ending: Ending = {
      kind: "settings",
      problem: { code: "provider-without-ropg", title: "", detail: "", fix: "" },
    };
    expect(only({ ending }).patch).toEqual(set("OIDCNewPassword", true));
    expect(fixes({ ending, settings: { from: "menu-bar" } })).toEqual([]);
  });
});

describe("the account", () => {
  const account = {
    shortName: "robin",
    fullName: "Robin Lake",
    role: "standard",
    because: {},
    decidedBy: { shortName: [], fullName: [], role: [] },
  } as const;
  const adminValues = sourced(["Admin"], "OIDCAdmin");
  const unset = sourced("groups", null);

  test("a role in a claim that nobody reads", () => {
    const idClaims = { roles: ["Admin", "Staff"] };
    expect(
      only({ kind: "oidc", idClaims, account, settings: { adminValues, adminClaim: unset } }),
    ).toMatchObject({ rule: "read-roles-for-admin", patch: set("OIDCAdminAttribute", "roles") });
  });

  test.each([
    ["the attribute was chosen", { roles: ["Admin"] }, sourced("groups", "OIDCAdminAttribute"), account],
    ["the role is another", { roles: ["Staff"] }, unset, account],
    ["the account is an admin already", { roles: ["Admin"] }, unset, { ...account, role: "admin" as const }],
  ])("nothing where %s", (_why, idClaims, adminClaim, who) => {
    expect(fixes({ kind: "oidc", idClaims, account: who, settings: { adminValues, adminClaim } })).toEqual(
      [],
    );
  });

  test("a plain name in another claim", () => {
    const odd = { ...account, shortName: "kim_fabrikam.example#EXT#" };
    const idClaims = {
      preferred_username: "kim_fabrikam.example#EXT#@contoso.example",
      email: "kim@fabrikam.example",
    };
    expect(only({ kind: "oidc", idClaims, account: odd }).patch).toEqual(set("OIDCShortName", "email"));
    expect(fixes({ kind: "oidc", idClaims: { preferred_username: "a#b@c" }, account: odd })).toEqual([]);
  });

  test("a userinfo endpoint that Entra keeps for Graph", () => {
    const useUserInfo = sourced(true, "UseUserInfo");
    expect(
      only({ kind: "oidc", userInfoMissing: "It refuses the token.", settings: { useUserInfo } }).patch,
    ).toEqual({ op: "remove", payload: { domain: login }, path: ["UseUserInfo"] });
  });
});

test("a good run needs no fix", () => {
  expect(fixes({})).toEqual([]);
  expect(fixes({ kind: "oidc" })).toEqual([]);
});

test("a patch does to a real profile what its label says", () => {
  const document = contoso();
  const before = testSettings(document, "menu-bar");
  if (!before.ok) throw new Error(before.problem.title);
  const { patch } = only({ ending: answered(50158), settings: before.value });
  if (patch === null) throw new Error("no patch");
  const changed = applyPatch(document, patch);
  if (!changed.ok) throw new Error(changed.problem.title);
  const after = testSettings(changed.value.document, "menu-bar");
  expect(after).toMatchObject({
    ok: true,
    value: { successCodes: { value: [...before.value.successCodes.value, 50158], domain: menuBar } },
  });
});
