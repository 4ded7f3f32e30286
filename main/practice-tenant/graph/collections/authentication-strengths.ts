import type { Collection } from "../collection.ts";

/**
 * The strengths that every tenant has.
 * Source: https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy
 */
const builtIn = [
  {
    id: "00000000-0000-0000-0000-000000000002",
    displayName: "Multifactor authentication",
    allowedCombinations: [
      "windowsHelloForBusiness",
      "fido2",
      "password,microsoftAuthenticatorPush",
      "password,softwareOath",
    ],
  },
  {
    id: "00000000-0000-0000-0000-000000000003",
    displayName: "Passwordless MFA",
    allowedCombinations: ["windowsHelloForBusiness", "fido2", "deviceBasedPush"],
  },
  {
    id: "00000000-0000-0000-0000-000000000004",
    displayName: "Phishing-resistant MFA",
    allowedCombinations: ["windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"],
  },
];

export const authenticationStrengths: Collection = {
  path: "policies/authenticationStrengthPolicies",
  permissions: { read: ["Policy.Read.All"], write: [] },
  list: () =>
    builtIn.map((strength) => ({ ...strength, policyType: "builtIn", requirementsSatisfied: "mfa" })),
};
