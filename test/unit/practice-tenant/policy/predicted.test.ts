import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  evaluateSignIn,
  readPoliciesFromJson,
  type SignIn,
} from "../../../../main/core/conditional-access/index.ts";
import { isFailure } from "../../../../main/practice-tenant/errors/failure.ts";
import { loadScenario, type Tenant } from "../../../../main/practice-tenant/index.ts";
import { decide } from "../../../../main/practice-tenant/policy/decide.ts";
import { evaluationInput } from "../../../../main/practice-tenant/policy/evaluation-input.ts";
import { passwordCheckAnswer } from "../../../../main/practice-tenant/policy/password-check-answer.ts";
import { findClient } from "../../../../main/practice-tenant/sign-in/find-client.ts";
import { type Flow, targetOfScope } from "../../../../main/practice-tenant/sign-in/target.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const loaded = loadScenario("two-apis");
if (!loaded.ok) throw new Error(loaded.problem.title);
const base = loaded.value.tenant;
const API = "1a7c4e00-0000-4000-8000-0000000000a1";
const SECOND = "1a7c4e00-0000-4000-8000-0000000000a2";
const AZURE_AD = "00000002-0000-0000-c000-000000000000";
const GUID = "0f0f0f0f-1111-4222-8333-44445555";

/** Scopes that a practice tenant takes, alone and together. */
const scopes = fc.subarray(
  [
    `api://${API}/jamfconnect`,
    `${API}/.default`,
    `api://${SECOND}/jamfconnect`,
    "User.Read",
    "https://graph.microsoft.com/People.Read",
    "Mail.Read",
    "openid",
    "profile",
    "email",
    "offline_access",
  ],
  { minLength: 1 },
);
const grant = fc.record({
  operator: fc.constantFrom("AND", "OR"),
  builtInControls: fc.subarray(
    [
      "block",
      "mfa",
      "compliantDevice",
      "domainJoinedDevice",
      "approvedApplication",
      "compliantApplication",
      "passwordChange",
    ],
    { minLength: 1 },
  ),
  termsOfUse: fc.subarray(["1a7c4e00-0000-4000-8000-000000070001"]),
  customAuthenticationFactors: fc.subarray(["Fabrikam"]),
  authenticationStrength: fc.constantFrom(
    null,
    { id: "custom", allowedCombinations: ["password"] },
    { id: "custom", allowedCombinations: ["federatedSingleFactor"] },
    { id: "00000000-0000-0000-0000-000000000002" },
  ),
});
const conditions = fc.record({
  users: fc.constantFrom({ includeUsers: ["All"] }, { includeUsers: ["None"] }),
  applications: fc.record({
    includeApplications: fc.constantFrom(["All"], [API], [AZURE_AD], ["Office365"]),
    excludeApplications: fc.subarray([API, SECOND]),
  }),
  clientAppTypes: fc.constantFrom(["all"], ["mobileAppsAndDesktopClients"], ["other"]),
  platforms: fc.constantFrom(null, { includePlatforms: ["macOS"] }, { includePlatforms: ["windows"] }),
  userRiskLevels: fc.subarray(["high"]),
});
const policies = fc
  .array(fc.tuple(conditions, grant, fc.constantFrom("enabled", "disabled")), { maxLength: 3 })
  .map((list) =>
    list.map(([each, grantControls, state], index) => ({
      id: `${GUID}${String(index).padStart(4, "0")}`,
      displayName: `CA00${index}`,
      state,
      conditions: each,
      grantControls,
    })),
  );
const tenants = fc
  .record({
    policies,
    baselineScopes: fc.constantFrom("enforced" as const, "legacy" as const),
    device: fc.constantFrom(
      null,
      { isCompliant: true, trustType: "AzureAD" as const },
      { isCompliant: false, trustType: null },
    ),
    deviceShownBy: fc.constantFrom("every-sign-in" as const, "browsers" as const),
    federated: fc.boolean(),
    perUserMfa: fc.boolean(),
    securityDefaults: fc.boolean(),
  })
  .map(
    (each): Tenant => ({
      ...base,
      conditionalAccessPolicies: each.policies as Tenant["conditionalAccessPolicies"],
      baselineScopes: each.baselineScopes,
      device: each.device,
      deviceShownBy: each.deviceShownBy,
      securityDefaults: each.securityDefaults,
      users: base.users.map((user) => ({
        ...user,
        authentication: each.federated ? "federated" : "managed",
        perUserMfa: each.perUserMfa ? "enforced" : "disabled",
      })),
    }),
  );

/** What the practice tenant does: the code of its answer, or what it still wants at the login. */
function practised(tenant: Tenant, asked: readonly string[], flow: Flow) {
  const client = findClient(tenant.practice.loginClient, tenant);
  const target = targetOfScope(asked.join(" "), flow, tenant, "Client");
  const [user] = tenant.users;
  if (isFailure(client) || user === undefined) throw new Error("no sign-in");
  if (isFailure(target)) return { code: target.code, demands: [] };
  const signIn = { flow, user, client, target, confidential: false, userAgent: "" };
  const decision = decide(signIn, tenant);
  const answer = flow === "password-check" ? passwordCheckAnswer(decision, user, tenant) : null;
  return { code: answer?.code ?? null, demands: decision.demands.map((each) => each.demand) };
}

/** What is predicted from the same policies for the same person and scopes. */
function predicted(tenant: Tenant, signIn: SignIn) {
  const [user] = tenant.users;
  const { policies: read, facts, baselineScopes } = evaluationInput(tenant, user?.userPrincipalName ?? null);
  return evaluateSignIn(read, signIn, { ...facts, platform: "macos" }, { baselineScopes });
}

function signInOf(asked: readonly string[], flow: Flow): SignIn {
  const isCheck = flow === "password-check";
  return {
    id: flow,
    clientId: base.practice.loginClient,
    confidential: false,
    grant: isCheck ? "password" : "interactive",
    scopes: asked,
    resource: null,
    clientAppTypes: isCheck ? ["mobileappsanddesktopclients"] : ["browser", "mobileappsanddesktopclients"],
    platforms: ["macos"],
    showsDevice: !isCheck,
  };
}

describe("what is predicted is what practice does", () => {
  test("scopes of several resources: 28000 on both sides, or on neither", () => {
    assertProperty(
      fc.property(scopes, fc.constantFrom<Flow>("login-window", "password-check"), (asked, flow) => {
        const { refusal } = predicted(base, signInOf(asked, flow));
        expect(practised(base, asked, flow).code === 28000).toBe(refusal !== null);
      }),
    );
  });

  test.each([
    [`api://${API}/jamfconnect User.Read openid`, 28000],
    [`api://${API}/jamfconnect api://${SECOND}/jamfconnect`, 28000],
    [`api://${API}/jamfconnect ${API}/.default openid`, null],
    ["User.Read https://graph.microsoft.com/People.Read", null],
  ])("%s: %s", (text, code) => {
    const asked = text.split(" ");
    const none = { ...base, conditionalAccessPolicies: [] };
    expect(predicted(none, signInOf(asked, "password-check")).refusal?.code ?? null).toBe(code);
    expect(practised(none, asked, "password-check").code).toBe(code);
  });

  test("the password check: any policies, tenant and scopes", () => {
    assertProperty(
      fc.property(tenants, scopes, (tenant, asked) => {
        const { verdict, refusal } = predicted(tenant, signInOf(asked, "password-check"));
        const { code, demands } = practised(tenant, asked, "password-check");
        const seen = `predicted MFA ${verdict.mfa}, blocked ${verdict.blocked}; practised ${code} (${demands.join(", ")})`;
        if (refusal !== null || code === 650053) return;
        if (verdict.mfa === "no" && verdict.blocked === "no") expect(code, seen).toBeNull();
        if (verdict.mfa === "yes" || verdict.blocked === "yes") expect(code, seen).not.toBeNull();
        // What is first of several is the order of enforcement; MFA alone and a block alone say themselves.
        if (verdict.mfa === "yes" && verdict.blocked === "no") expect(code, seen).toBe(50076);
        if (verdict.mfa === "no" && verdict.blocked === "yes") expect(code, seen).not.toBe(50076);
        if (code === 50076) expect(verdict.mfa, seen).not.toBe("no");
      }),
    );
  });

  test("the login: any policies, tenant and scopes", () => {
    assertProperty(
      fc.property(tenants, scopes, (tenant, asked) => {
        const { verdict, refusal } = predicted(tenant, signInOf(asked, "login-window"));
        const { code, demands } = practised(tenant, asked, "login-window");
        const seen = `predicted MFA ${verdict.mfa}, blocked ${verdict.blocked}; practised ${demands.join(", ")}`;
        if (refusal !== null || code === 650053) return;
        const deadEnd = demands.some((each) => /^(block|compliant|domainJoined)/.test(each));
        if (verdict.blocked !== "depends") expect(deadEnd, seen).toBe(verdict.blocked === "yes");
        if (verdict.mfa === "yes") expect(demands, seen).toContain("mfa");
        if (verdict.mfa === "no") expect(demands, seen).not.toContain("mfa");
      }),
    );
  });

  test("what each control is answered, one control after another", () => {
    for (const control of [
      "block",
      "mfa",
      "compliantDevice",
      "domainJoinedDevice",
      "compliantApplication",
      "passwordChange",
    ]) {
      const raw = {
        id: `${GUID}0001`,
        displayName: control,
        state: "enabled",
        conditions: { users: { includeUsers: ["All"] }, applications: { includeApplications: ["All"] } },
        grantControls: { operator: "OR", builtInControls: [control] },
      };
      expect(readPoliciesFromJson(raw, { fileName: null }).ok).toBe(true);
      const tenant = { ...base, conditionalAccessPolicies: [raw] as Tenant["conditionalAccessPolicies"] };
      const evaluation = predicted(tenant, signInOf(["openid"], "password-check"));
      expect(evaluation.verdict.text(), control).toContain(
        `AADSTS${practised(tenant, ["openid"], "password-check").code}`,
      );
    }
  });
});
