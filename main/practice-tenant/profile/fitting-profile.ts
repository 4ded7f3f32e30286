import { array, boolean, dict, integer, string } from "../../core/plist/build.ts";
import { type PlistDict, type PlistValue, writeXmlPlist } from "../../core/plist/index.ts";
import type { Tenant } from "../tenant/schema.ts";

/** Fixed, so that two starts of one scenario give the same profile. */
const uuids = {
  profile: "1A7C4E00-0000-4000-8000-0000000F0001",
  login: "1A7C4E00-0000-4000-8000-0000000F0002",
  menuBar: "1A7C4E00-0000-4000-8000-0000000F0003",
} as const;

/**
 * A configuration profile that fits a running practice tenant: `com.jamf.connect.login` and `com.jamf.connect`, with
 * client id, tenant and scopes of the scenario. Its discovery addresses lead to the practice tenant, so it works with
 * and without `--authority`.
 */
export function fittingProfile(
  tenant: Tenant,
  origin: string,
): { readonly fileName: string; readonly bytes: Uint8Array } {
  const value = dict([
    ["PayloadContent", array([loginPayload(tenant, origin), menuBarPayload(tenant, origin)])],
    ["PayloadDescription", string("Practice only: leads to the Latchkey practice tenant on this computer.")],
    ["PayloadDisplayName", string("Latchkey practice: Jamf Connect")],
    ["PayloadIdentifier", string("example.contoso.latchkey.practice")],
    ["PayloadOrganization", string(tenant.displayName)],
    ["PayloadScope", string("System")],
    ["PayloadType", string("Configuration")],
    ["PayloadUUID", string(uuids.profile)],
    ["PayloadVersion", integer(1)],
  ]);
  return { fileName: "latchkey-practice.mobileconfig", bytes: writeXmlPlist(value) };
}

function loginPayload(tenant: Tenant, origin: string): PlistDict {
  const { profile } = tenant;
  const clientId = profile.clientId ?? tenant.practice.loginClient;
  return payload("com.jamf.connect.login", uuids.login, [
    ["OIDCProvider", string("EntraID")],
    ["OIDCClientID", string(clientId)],
    ["OIDCROPGID", string(clientId)],
    ["OIDCTenant", string(tenant.id)],
    ["OIDCRedirectURI", string(profile.redirectUri)],
    ["OIDCDiscoveryURL", string(discovery(tenant, origin, "v2"))],
    ["OIDCScopes", string(profile.loginScopes.join("+"))],
    ["ROPGScopes", string(profile.checkScopes.join("+"))],
    ["ROPGDiscoveryURL", string(discovery(tenant, origin, profile.checkEndpoint))],
    ...(profile.clientSecret === null ? [] : [["OIDCClientSecret", string(profile.clientSecret)] as const]),
    ["OIDCAdmin", array([string("Admin")])],
    ["OIDCAdminAttribute", string("roles")],
    ["OIDCNewPassword", boolean(false)],
    ["DenyLocal", boolean(true)],
    ["LocalFallback", boolean(true)],
    ["DenyLocalExcluded", array([string("ladmin")])],
    ["AllowNetworkSelection", boolean(true)],
  ]);
}

function menuBarPayload(tenant: Tenant, origin: string): PlistDict {
  const { profile } = tenant;
  const settings = dict([
    ["Provider", string("EntraID")],
    ["ROPGID", string(profile.clientId ?? tenant.practice.loginClient)],
    ["TenantID", string(tenant.id)],
    ["ROPGScopes", string(profile.checkScopes.join("+"))],
    ["DiscoveryURL", string(discovery(tenant, origin, profile.checkEndpoint))],
    ...(profile.clientSecret === null ? [] : [["ClientSecret", string(profile.clientSecret)] as const]),
  ]);
  return payload("com.jamf.connect", uuids.menuBar, [["IdPSettings", settings]]);
}

function payload(
  domain: string,
  uuid: string,
  settings: readonly (readonly [string, PlistValue])[],
): PlistDict {
  return dict([
    ...settings,
    ["PayloadDisplayName", string(domain)],
    ["PayloadIdentifier", string(`example.contoso.latchkey.practice.${domain}`)],
    ["PayloadType", string(domain)],
    ["PayloadUUID", string(uuid)],
    ["PayloadVersion", integer(1)],
  ]);
}

const discoveryPaths = { v1: "", v2: "/v2.0", "v2-at-v1": "/practice/v2.0" } as const;

function discovery(tenant: Tenant, origin: string, version: keyof typeof discoveryPaths): string {
  return `${origin}/${tenant.id}${discoveryPaths[version]}/.well-known/openid-configuration`;
}
