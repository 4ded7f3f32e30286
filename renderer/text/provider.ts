/**
 * Whether a value of `OIDCProvider` names Microsoft Entra ID; Jamf Connect also takes the old name `Azure`.
 *
 * @param provider the value as the profile holds it, `null` or `undefined` where it has none
 */
export function namesEntra(provider: string | null | undefined): boolean {
  return /^(azure|entraid)$/i.test(provider ?? "");
}

const shortNames: Readonly<Record<string, string>> = {
  Okta: "Okta",
  OktaIdentityEngine: "Okta",
  "Okta-OIDC": "Okta",
  GoogleID: "Google",
  PingFederate: "Ping",
  OneLogin: "OneLogin",
  IBMCI: "IBM",
  Custom: "OpenID Connect",
};

/** A provider in a word or two; null for one that nobody knows. */
export function shortProvider(provider: string): string | null {
  return namesEntra(provider) ? "Entra ID" : (shortNames[provider] ?? null);
}
