import { contosoWith, scopes } from "./contoso.ts";
import { grant, mfaForEverything, policy } from "./policies.ts";
import { atBoth, type ScenarioFile, signIns } from "./scenario.ts";

/** Where MFA can come from, and what each source does to the two sign-ins. */
export const mfaScenarios: readonly ScenarioFile[] = [
  {
    name: "no-mfa",
    title: "No MFA anywhere",
    story:
      "Nobody has set up MFA, and no policy exists.\nLogin and password check both succeed with the password alone.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "succeeded" }),
    tenant: contosoWith({ staff: { mfaMethods: [] } }),
  },
  {
    name: "all-cloud-apps-mfa",
    title: "MFA on all resources",
    story:
      "One policy asks everybody for MFA on all resources, with nothing excluded.\nThe login asks for a code; the password check is answered with AADSTS50076, which proves that the password is correct.",
    recipe: "simple",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50076,
      checkMfa: true,
    }),
    tenant: contosoWith({ conditionalAccessPolicies: [mfaForEverything] }),
  },
  {
    name: "per-user-mfa",
    title: "Per-user MFA",
    story:
      "MFA is switched on for the account itself, outside Conditional Access.\nThe login asks for a code; the password check is answered with AADSTS50076 whatever scopes it asks for.",
    recipe: "per-user-mfa",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50076,
      checkMfa: true,
    }),
    tenant: contosoWith({ staff: { perUserMfa: "enforced" } }),
  },
  {
    name: "security-defaults",
    title: "Security defaults",
    story:
      "The tenant uses Microsoft's security defaults, which ask for MFA when Entra finds it necessary.\nHere it always does: the login asks for a code, the password check is answered with AADSTS50076.",
    isUncertain: true,
    recipe: "per-user-mfa",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50076,
      checkMfa: true,
    }),
    tenant: contosoWith({ securityDefaults: true }),
  },
  {
    name: "mfa-not-registered",
    title: "MFA demanded, none registered",
    story:
      "A policy asks for MFA, and the person has never registered a method.\nThe login makes them register one; the password check is answered with AADSTS50079, which proves that the password is correct, too.",
    recipe: "simple",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50079,
      checkMfa: true,
    }),
    tenant: contosoWith({ staff: { mfaMethods: [] }, conditionalAccessPolicies: [mfaForEverything] }),
  },
  {
    name: "authentication-strength",
    title: "Phishing-resistant MFA",
    story:
      "A policy asks for an authentication strength: only a passkey will do, a code from an app will not.\nThe login asks for the passkey; the password check is answered like any demand for MFA.",
    isUncertain: true,
    recipe: "simple",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50076,
      checkMfa: true,
    }),
    tenant: contosoWith({
      staff: {
        mfaMethods: [
          { method: "fido2", code: "778899" },
          { method: "oneTimeCode", code: "123456" },
        ],
      },
      conditionalAccessPolicies: [
        policy({
          number: 2,
          displayName: "Require phishing-resistant MFA",
          grant: {
            authenticationStrength: {
              id: "00000000-0000-0000-0000-000000000004",
              displayName: "Phishing-resistant MFA",
            },
          },
        }),
      ],
    }),
  },
  {
    name: "external-mfa",
    title: "MFA by another provider",
    story:
      "A custom control sends people to another company's MFA.\nThe login goes there and back; the password check is answered with AADSTS50158, after the password was accepted.",
    isUncertain: true,
    recipe: "simple",
    expected: signIns({
      login: "succeeded",
      loginMfa: true,
      check: "password-correct",
      checkCode: 50158,
      checkMfa: true,
    }),
    tenant: contosoWith({
      staff: { mfaMethods: [{ method: "external", code: "445566" }] },
      conditionalAccessPolicies: [
        policy({
          number: 3,
          displayName: "Require Fabrikam MFA",
          grant: { customAuthenticationFactors: ["RequireFabrikamMfa"] },
        }),
      ],
    }),
  },
  {
    name: "terms-of-use",
    title: "Terms of use",
    story:
      "A policy wants the terms of use accepted.\nThe login shows them; the password check has nowhere to show them and is answered with AADSTS50158.",
    isUncertain: true,
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "password-correct", checkCode: 50158 }),
    tenant: contosoWith({
      conditionalAccessPolicies: [
        policy({
          number: 4,
          displayName: "Require the terms of use",
          grant: { termsOfUse: ["1a7c4e00-0000-4000-8000-000000070001"] },
        }),
      ],
    }),
  },
  {
    name: "report-only",
    title: "MFA in report-only mode",
    story:
      "The MFA policy exists, but only reports.\nLogin and password check both succeed with the password alone; the log says what would have happened.",
    recipe: "none",
    expected: signIns(atBoth("succeeded")),
    tenant: contosoWith({
      conditionalAccessPolicies: [
        policy({
          number: 1,
          displayName: "Require MFA for all users",
          state: "enabledForReportingButNotEnforced",
          grant: grant.mfa,
        }),
      ],
      profile: { loginScopes: [...scopes.plain] },
    }),
  },
];
