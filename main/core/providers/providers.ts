import type { Provider } from "../provider.ts";
import { hostMatches } from "./hosts.ts";

/** What Latchkey knows about an identity provider that Jamf Connect supports. */
export type ProviderFacts = {
  readonly id: Provider;
  /** Name in sentences. */
  readonly name: string;
  /** Hosts of the provider itself, each by its whole name: a password may go there without asking. */
  readonly hosts: readonly string[];
  /** Patterns of hosts that the provider gives to its customers. Whose one of them is nobody can tell, so each is asked about. */
  readonly tenantHosts?: readonly string[];
  /** Further hosts of the provider, by their whole names, where its userinfo endpoint may be: an access token may go there, a password may not. */
  readonly userInfoHosts?: readonly string[];
  /** Discovery document when the profile names none; `{tenant}` is filled in. Null: the profile must name one. */
  readonly discovery: string | null;
  readonly passwordCheck: "ropg" | "okta-authn" | "none";
  /** Refuses sign-in pages inside an app's own window. */
  readonly refusesEmbedded: boolean;
  /** Address of the documentation the entry rests on. */
  readonly source: string;
};

const learn = "https://learn.jamf.com/en-US/bundle/jamf-connect-documentation-current/page/";

/** Custom stands for everything that speaks OpenID Connect. */
const unknownProvider: ProviderFacts = {
  id: "Custom",
  name: "your identity provider",
  hosts: [],
  discovery: null,
  passwordCheck: "ropg",
  refusesEmbedded: false,
  source: `${learn}Custom_Identity_Provider_Integration.html`,
};

const oktaTenants = ["*.okta.com", "*.oktapreview.com", "*.okta-emea.com"];

const table: readonly ProviderFacts[] = [
  {
    id: "EntraID",
    name: "Microsoft Entra ID",
    hosts: [
      "login.microsoftonline.com",
      "login.microsoft.com",
      "login.windows.net",
      "sts.windows.net",
      "login.microsoftonline.us",
      "login.partner.microsoftonline.cn",
      "login.chinacloudapi.cn",
    ],
    userInfoHosts: [
      "graph.microsoft.com",
      "graph.microsoft.us",
      "dod-graph.microsoft.us",
      "microsoftgraph.chinacloudapi.cn",
    ],
    discovery: "https://login.microsoftonline.com/{tenant}/v2.0/.well-known/openid-configuration",
    passwordCheck: "ropg",
    refusesEmbedded: false,
    source: "https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc",
  },
  {
    id: "Okta",
    name: "Okta (Authentication API)",
    hosts: [],
    tenantHosts: oktaTenants,
    discovery: "https://{tenant}/.well-known/openid-configuration",
    passwordCheck: "okta-authn",
    refusesEmbedded: false,
    source: "https://developer.okta.com/docs/reference/api/authn/",
  },
  {
    id: "OktaIdentityEngine",
    name: "Okta Identity Engine",
    hosts: [],
    tenantHosts: oktaTenants,
    discovery: "https://{tenant}/.well-known/openid-configuration",
    passwordCheck: "ropg",
    refusesEmbedded: false,
    source: `${learn}Okta_Identity_Engine_Integration.html`,
  },
  {
    id: "Okta-OIDC",
    name: "Okta (OpenID Connect)",
    hosts: [],
    tenantHosts: oktaTenants,
    discovery: "https://{tenant}/.well-known/openid-configuration",
    passwordCheck: "ropg",
    refusesEmbedded: false,
    source: `${learn}Okta_Integration.html`,
  },
  {
    id: "GoogleID",
    name: "Google Identity",
    hosts: ["accounts.google.com", "oauth2.googleapis.com", "www.googleapis.com"],
    userInfoHosts: ["openidconnect.googleapis.com"],
    discovery: "https://accounts.google.com/.well-known/openid-configuration",
    passwordCheck: "none",
    refusesEmbedded: true,
    source: "https://developers.google.com/identity/openid-connect/openid-connect",
  },
  {
    id: "PingFederate",
    name: "PingFederate",
    hosts: [],
    tenantHosts: ["*.pingone.com", "*.pingone.eu", "*.pingidentity.com"],
    discovery: null,
    passwordCheck: "ropg",
    refusesEmbedded: false,
    source: `${learn}PingFederate_Integration.html`,
  },
  {
    id: "OneLogin",
    name: "OneLogin",
    hosts: [],
    tenantHosts: ["*.onelogin.com"],
    discovery: "https://{tenant}.onelogin.com/oidc/2/.well-known/openid-configuration",
    passwordCheck: "ropg",
    refusesEmbedded: false,
    source: `${learn}OneLogin_Integration.html`,
  },
  {
    id: "IBMCI",
    name: "IBM Security Verify",
    hosts: [],
    tenantHosts: ["*.verify.ibm.com", "*.ice.ibmcloud.com"],
    discovery: "https://{tenant}.verify.ibm.com/oidc/endpoint/default/.well-known/openid-configuration",
    passwordCheck: "ropg",
    refusesEmbedded: false,
    source: `${learn}IBM_Security_Verify_Integration.html`,
  },
  unknownProvider,
];

/** The facts about a provider. */
export function providerFacts(provider: Provider): ProviderFacts {
  return table.find((entry) => entry.id === provider) ?? unknownProvider;
}

/** True for a fixed host of the provider itself; a host of one of its tenants is none. */
export function isProviderHost(provider: Provider, hostname: string): boolean {
  return providerFacts(provider).hosts.includes(hostname.toLowerCase());
}

/** True for a host that the provider gave to one of its customers. */
export function isTenantHost(provider: Provider, hostname: string): boolean {
  return (providerFacts(provider).tenantHosts ?? []).some((pattern) => hostMatches(hostname, pattern));
}

/** True for a host where the provider's own userinfo endpoint may be. */
export function isUserInfoHost(provider: Provider, hostname: string): boolean {
  return (providerFacts(provider).userInfoHosts ?? []).includes(hostname.toLowerCase());
}
