/** Identity providers by the values of `OIDCProvider`; `Azure` is read as `EntraID`. */
export type Provider =
  | "EntraID"
  | "Okta"
  | "OktaIdentityEngine"
  | "Okta-OIDC"
  | "GoogleID"
  | "PingFederate"
  | "OneLogin"
  | "IBMCI"
  | "Custom";
