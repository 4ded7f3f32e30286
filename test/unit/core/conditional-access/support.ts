import type { BaselineScopes, PolicyEvaluation } from "../../../../main/core/conditional-access/index.ts";
import {
  assumeNothingElse,
  type ConditionalAccessPolicy,
  evaluateSignIn,
  readPoliciesFromJson,
  type SignIn,
  type SignInContext,
  type Tri,
} from "../../../../main/core/conditional-access/index.ts";

export const API_1 = "11111111-1111-4111-8111-111111111111";
export const API_2 = "22222222-2222-4222-8222-222222222222";
export const CLIENT = "33333333-3333-4333-8333-333333333333";
export const PLACEHOLDER = "44444444-4444-4444-8444-444444444444";
export const AZURE_AD = "00000002-0000-0000-c000-000000000000";
export const GRAPH = "00000003-0000-0000-c000-000000000000";
export const PLAIN = ["openid", "profile", "email"];
export const CUSTOM = [`api://${API_1}/jamfconnect`, ...PLAIN];

/** Any JSON object; policies in tests are written as Graph writes them. */
export type Json = { readonly [name: string]: unknown };

/** A policy for everybody and everything that demands MFA, with the given conditions in place of its own. */
export function policy(conditions: Json = {}, rest: Json = {}): ConditionalAccessPolicy {
  const raw = {
    id: "policy-1",
    displayName: "CA001 Policy under test",
    state: "enabled",
    conditions: {
      users: { includeUsers: ["All"] },
      applications: { includeApplications: ["All"] },
      clientAppTypes: ["all"],
      ...conditions,
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
    ...rest,
  };
  const read = readPoliciesFromJson(raw, { fileName: null });
  const first = read.ok ? read.value.policies[0] : undefined;
  if (first === undefined) throw new Error("the policy of the test cannot be read");
  return first;
}

export function login(scopes: readonly string[] = PLAIN): SignIn {
  return {
    id: "login-window",
    clientId: CLIENT,
    confidential: false,
    grant: "interactive",
    scopes,
    resource: null,
    clientAppTypes: ["browser", "mobileappsanddesktopclients"],
    platforms: ["macos"],
    showsDevice: true,
  };
}

export function check(scopes: readonly string[] = PLAIN): SignIn {
  return {
    ...login(scopes),
    id: "password-check",
    grant: "password",
    clientAppTypes: ["mobileappsanddesktopclients"],
    platforms: ["macos", null],
    showsDevice: false,
  };
}

/** A user about whom everything is known: an ordinary member without groups, roles, risk, device. */
export const NOBODY_SPECIAL: SignInContext = assumeNothingElse({
  user: new Set(["user-1"]),
  platform: "macos",
});

export function evaluateOne(
  one: ConditionalAccessPolicy,
  signIn: SignIn = check(),
  facts: SignInContext = NOBODY_SPECIAL,
  baselineScopes: BaselineScopes = "enforced",
): PolicyEvaluation {
  const found = evaluateSignIn([one], signIn, facts, { baselineScopes }).policies[0];
  if (found === undefined) throw new Error("no evaluation");
  return found;
}

export function applies(
  one: ConditionalAccessPolicy,
  signIn: SignIn = check(),
  facts: SignInContext = NOBODY_SPECIAL,
  baselineScopes: BaselineScopes = "enforced",
): Tri {
  return evaluateOne(one, signIn, facts, baselineScopes).applies;
}
