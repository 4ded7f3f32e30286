const titles: Readonly<Record<string, string>> = {
  EntraID: "Microsoft Entra ID",
  Okta: "Okta Classic",
  OktaIdentityEngine: "Okta Identity Engine",
  "Okta-OIDC": "Okta OpenID Connect",
  GoogleID: "Google",
  PingFederate: "PingFederate or PingOne",
  OneLogin: "OneLogin",
  IBMCI: "IBM Security Verify",
  Custom: "another OpenID Connect provider",
};

/** A provider as people call it. */
export function providerTitle(name: string): string {
  return titles[name] ?? name;
}
