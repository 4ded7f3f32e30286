import { contosoWith, loginClient, scopes } from "./contoso.ts";
import { atBoth, type ScenarioFile, signIns } from "./scenario.ts";

const noRedirectUris = { redirectUris: [] };

/** Mistakes in the app registrations and in how the profile uses them. */
export const registrationScenarios: readonly ScenarioFile[] = [
  {
    name: "public-client-off",
    title: "Public client flows switched off",
    story:
      '"Allow public client flows" is off in the app registration.\nThe login works, because its redirect URI says what the app is; the password check is refused with 7000218.',
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "misconfigured", checkCode: 7000218 }),
    tenant: contosoWith({ client: { isFallbackPublicClient: false } }),
  },
  {
    name: "client-secret-needed",
    title: "Registered as a web app",
    story:
      "The redirect URI is registered under Web, which makes the app confidential, and the profile has no secret.\nPeople sign in, then the code cannot be redeemed: both sign-ins end with 7000218.",
    recipe: "none",
    expected: atBoth("misconfigured", 7000218),
    tenant: contosoWith({
      client: {
        isFallbackPublicClient: false,
        publicClient: noRedirectUris,
        web: { redirectUris: ["https://127.0.0.1/jamfconnect"] },
        secrets: ["practice-client-secret"],
      },
    }),
  },
  {
    name: "no-redirect-uri",
    title: "The API app in the place of the login app",
    story:
      "The app has neither a redirect URI nor public client flows, as when the API app's id stands in the profile.\nThe login page shows 500113; the password check is refused with 7000218.",
    recipe: "none",
    expected: signIns({
      login: "misconfigured",
      loginCode: 500113,
      check: "misconfigured",
      checkCode: 7000218,
    }),
    tenant: contosoWith({
      client: { isFallbackPublicClient: false, publicClient: noRedirectUris },
      parts: { unknownRedirectUris: "refuse" },
    }),
  },
  {
    name: "wrong-redirect-uri",
    title: "Another redirect URI",
    story:
      "The registered redirect URI differs from the profile's in two capital letters.\nThe login page shows 50011; the password check works.",
    recipe: "none",
    expected: signIns({ login: "misconfigured", loginCode: 50011, check: "succeeded" }),
    tenant: contosoWith({
      client: { publicClient: { redirectUris: ["https://127.0.0.1/JamfConnect"] } },
      parts: { unknownRedirectUris: "refuse" },
    }),
  },
  {
    name: "consent-missing",
    title: "Consent missing",
    story:
      'Nobody has consented to the custom scope, and its consent is for administrators.\nThe login ends with "Need admin approval" (90094), the password check with 65001.',
    recipe: "none",
    expected: signIns({ login: "misconfigured", loginCode: 90094, check: "misconfigured", checkCode: 65001 }),
    tenant: contosoWith({
      client: { grants: loginClient.grants.slice(0, 1) },
      profile: { loginScopes: [...scopes.api], checkScopes: [...scopes.api] },
    }),
  },
  {
    name: "api-app-missing",
    title: "API app not in the tenant",
    story:
      "The profile names the scope of an API app that has no service principal in this tenant.\nBoth sign-ins end with 500011 before anybody is asked for a password.",
    recipe: "none",
    expected: atBoth("misconfigured", 500011),
    tenant: contosoWith({
      apiApp: { servicePrincipal: null },
      parts: { unknownApps: "refuse" },
      profile: { loginScopes: [...scopes.api], checkScopes: [...scopes.api] },
    }),
  },
  {
    name: "v1-without-resource",
    title: "v2 request at the v1 endpoint",
    story:
      "The password check speaks v2 but reaches the v1 token endpoint, as Jamf Connect did before 2.12.\nIt is answered with 900144, because v1 wants the parameter 'resource'.",
    recipe: "none",
    expected: signIns({ login: "succeeded", check: "misconfigured", checkCode: 900144 }),
    tenant: contosoWith({ profile: { checkEndpoint: "v2-at-v1" } }),
  },
  {
    name: "outage",
    title: "Entra is down",
    story:
      "Discovery answers, everything behind it is unavailable (90033).\nNobody can log in unless the profile lets local accounts in.",
    recipe: "none",
    expected: atBoth("unreachable", 90033),
    tenant: contosoWith({ outage: "sign-in" }),
  },
];
