import { contosoWith, ids, scopes, secondApi } from "./contoso.ts";
import { grant, type Policy, policy } from "./policies.ts";
import { type ScenarioFile, signIns } from "./scenario.ts";

const MFA_AT_BOTH = signIns({
  login: "succeeded",
  loginMfa: true,
  check: "password-correct",
  checkCode: 50076,
  checkMfa: true,
});
/** What every recipe aims at. */
const AS_WANTED = signIns({ login: "succeeded", loginMfa: true, check: "succeeded" });

function mfaExcept(excluded: string): Policy {
  return policy({
    number: 1,
    displayName: "Require MFA for all users",
    exclude: [excluded],
    grant: grant.mfa,
  });
}

const EXEMPT_RULE = 'CustomSecurityAttribute.JamfConnect_isExemptMFA -eq "Exempt"';
const exempt = { JamfConnect: { isExemptMFA: "Exempt" } };
const mfaExceptTagged = policy({
  number: 1,
  displayName: "Require MFA for all users",
  excludeByRule: EXEMPT_RULE,
  grant: grant.mfa,
});

/** The published recipes for "MFA at the login, none at the password check", before and after the rule of 2026. */
export const recipeScenarios: readonly ScenarioFile[] = [
  {
    name: "custom-scope-2023-legacy",
    title: "Custom scope of 2023, before enforcement",
    story:
      "One app is excluded from the MFA policy. The login asks for a custom API, the check for openid only.\nBefore 15 June 2026 the exclusion let openid through: MFA at the login, a clean check.",
    recipe: "custom-scope-2023",
    expected: AS_WANTED,
    tenant: contosoWith({
      baselineScopes: "legacy",
      conditionalAccessPolicies: [mfaExcept(ids.travelApp)],
      profile: { loginScopes: [...scopes.api] },
    }),
  },
  {
    name: "custom-scope-2023-enforced",
    title: "Custom scope of 2023, with enforcement",
    story:
      "The same set-up after 15 June 2026: openid alone counts as access to Windows Azure Active Directory.\nThe policy reaches the password check again, and it is answered with AADSTS50076.",
    recipe: "custom-scope-2023",
    expected: MFA_AT_BOTH,
    tenant: contosoWith({
      conditionalAccessPolicies: [mfaExcept(ids.travelApp)],
      profile: { loginScopes: [...scopes.api] },
    }),
  },
  {
    name: "api-excluded-legacy",
    title: "API app excluded, before enforcement",
    story:
      "Jamf's current guide before 15 June 2026: the exclusion also lets a login through that asks for openid only.\nNobody is asked for MFA: the API app is excluded from the MFA policy, and the check asks for it.",
    recipe: "api-excluded",
    expected: signIns({ login: "succeeded", check: "succeeded" }),
    tenant: contosoWith({
      baselineScopes: "legacy",
      conditionalAccessPolicies: [mfaExcept(ids.api)],
      profile: { checkScopes: [...scopes.api] },
    }),
  },
  {
    name: "api-excluded",
    title: "API app excluded",
    story:
      "Jamf's current guide: the API app is excluded and the check asks for it. A login with openid only is not spared.\nSince 15 June 2026 the login asks for MFA and the check is clean.",
    recipe: "api-excluded",
    expected: AS_WANTED,
    tenant: contosoWith({
      conditionalAccessPolicies: [mfaExcept(ids.api)],
      profile: { checkScopes: [...scopes.api] },
    }),
  },
  {
    name: "two-apis",
    title: "Two API apps",
    story:
      "One API app is excluded and used by the check, a second one is not and is used by the login.\nMFA at the login and a clean check, before 15 June 2026 and since.",
    recipe: "two-apis",
    expected: AS_WANTED,
    tenant: contosoWith({
      moreApplications: [secondApi],
      parts: { loginApi: ids.secondApi },
      conditionalAccessPolicies: [mfaExcept(ids.api)],
      profile: { loginScopes: [...scopes.secondApi], checkScopes: [...scopes.api] },
    }),
  },
  {
    name: "placeholder",
    title: "Placeholder app for basic scopes",
    story:
      "The tenant lets a placeholder app stand for basic scopes and excludes it from the MFA policy.\nThe check is clean again, and so is every other app that asks for nothing more.",
    recipe: "placeholder",
    expected: AS_WANTED,
    tenant: contosoWith({
      baselineScopes: ids.placeholder,
      moreApplications: [
        {
          appId: ids.placeholder,
          id: "1a7c4e00-0000-4000-8000-00000000b101",
          displayName: "Baseline scopes placeholder",
          servicePrincipal: { id: "1a7c4e00-0000-4000-8000-00000000b102" },
        },
      ],
      conditionalAccessPolicies: [mfaExcept(ids.placeholder)],
      profile: { loginScopes: [...scopes.api] },
    }),
  },
  {
    name: "security-attribute-on-client",
    title: "Attribute on the login app",
    story:
      "The old guide tags the public client and excludes by that attribute.\nPolicies do not look at public clients, so since 15 June 2026 the tag exempts nothing: the check is answered with AADSTS50076.",
    recipe: "custom-scope-2023",
    expected: MFA_AT_BOTH,
    tenant: contosoWith({
      client: {
        servicePrincipal: { id: "1a7c4e00-0000-4000-8000-00000000c102", customSecurityAttributes: exempt },
      },
      conditionalAccessPolicies: [mfaExceptTagged],
      profile: { loginScopes: [...scopes.api] },
    }),
  },
  {
    name: "security-attribute-on-api",
    title: "Attribute on the API app",
    story:
      "The attribute is on the API app, which is a resource, and the check asks for that app.\nThe exclusion holds: MFA at the login, a clean check.",
    recipe: "api-excluded",
    expected: AS_WANTED,
    tenant: contosoWith({
      apiApp: {
        servicePrincipal: { id: "1a7c4e00-0000-4000-8000-00000000a102", customSecurityAttributes: exempt },
      },
      conditionalAccessPolicies: [mfaExceptTagged],
      profile: { checkScopes: [...scopes.api] },
    }),
  },
];
