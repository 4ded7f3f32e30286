import { hostMatches, isThisMachine } from "../providers/hosts.ts";

/** Services that everybody signs in to. Their hosts name nobody, their paths may. Patterns as in {@link hostMatches}. */
const serviceHosts: readonly string[] = [
  "microsoftonline.com",
  "login.microsoftonline.com",
  "device.login.microsoftonline.com",
  "*.microsoftonline.us",
  "login.partner.microsoftonline.cn",
  "login.chinacloudapi.cn",
  "microsoftgraph.chinacloudapi.cn",
  "login.windows.net",
  "sts.windows.net",
  "graph.windows.net",
  "pas.windows.net",
  "accounts.google.com",
  "oauth2.googleapis.com",
  "www.googleapis.com",
  "www.google.com",
  "sso.connect.pingidentity.com",
  "auth.pingone.com",
  "auth.pingone.eu",
  "raw.githubusercontent.com",
  "github.com",
];

/** Documentation, portals and published programming interfaces: addresses there are worth nothing without their path. */
const documentationHosts: readonly string[] = [
  "microsoft.com",
  "*.microsoft.com",
  "*.microsoft.us",
  "management.azure.com",
  "portal.azure.com",
  "portal.azure.us",
  "outlook.office.com",
  "outlook.office365.com",
  "aka.ms",
  "cloud.google.com",
  "developers.google.com",
  "developer.okta.com",
  "help.okta.com",
  "developers.onelogin.com",
  "docs.pingidentity.com",
  "www.ibm.com",
  "jamf.com",
  "community.jamf.com",
  "developer.jamf.com",
  "docs.jamf.com",
  "learn.jamf.com",
  "support.jamf.com",
  "www.jamf.com",
  "apple.com",
  "developer.apple.com",
  "support.apple.com",
  "www.apple.com",
  "openid.net",
  "oauth.net",
  "www.iana.org",
  "datatracker.ietf.org",
  "www.rfc-editor.org",
  "specifications.freedesktop.org",
  "schemas.xmlsoap.org",
];

/** Who publishes documentation beside everybody else's files. */
const publicRepositories =
  /^https:\/\/github\.com\/(?:apple|azuread|jamf|microsoft|microsoftdocs|profilecreator)\//i;

/** Where the first part of the host name is the customer's. */
const sharedSuffixes: readonly string[] = [
  "okta.com",
  "oktapreview.com",
  "okta-emea.com",
  "onelogin.com",
  "verify.ibm.com",
  "ice.ibmcloud.com",
  "pingone.com",
  "pingone.eu",
  "onmicrosoft.com",
  "onmicrosoft.us",
  "partner.onmschina.cn",
  "ciamlogin.com",
  "b2clogin.com",
  "sharepoint.com",
  "jamfcloud.com",
  "auth0.com",
  "idaptive.app",
  "my.idaptive.app",
  "pingidentity.com",
  "rapididentity.com",
];

/** True for a host that names nobody: this machine, or a service that everybody uses. */
export function isPublicHost(host: string): boolean {
  const patterns = [...serviceHosts, ...documentationHosts];
  return isThisMachine(host) || patterns.some((pattern) => hostMatches(host, pattern));
}

/** True for an address whose path says what to read and not whose it is. */
export function isDocumentation(url: URL): boolean {
  return (
    documentationHosts.some((pattern) => hostMatches(url.hostname, pattern)) ||
    publicRepositories.test(url.href)
  );
}

/** `okta.com` for `contoso.okta.com`; null where the whole name is the customer's. */
export function sharedSuffix(host: string): string | null {
  return sharedSuffixes.find((suffix) => host.toLowerCase().endsWith(`.${suffix}`)) ?? null;
}

/** Second levels under which countries hand out names. */
const secondLevels: ReadonlySet<string> = new Set([
  "ac",
  "co",
  "com",
  "edu",
  "go",
  "gob",
  "gov",
  "ne",
  "net",
  "or",
  "org",
]);

/**
 * The part of a host name that somebody registered: `contoso.co.uk` for `sso.contoso.co.uk`. A guess without the public
 * suffix list, which errs on the side of one label more.
 */
export function registeredDomain(host: string): string {
  const labels = host.toLowerCase().split(".");
  const country = (labels.at(-1)?.length ?? 0) === 2 && secondLevels.has(labels.at(-2) ?? "");
  return labels.slice(country ? -3 : -2).join(".");
}
