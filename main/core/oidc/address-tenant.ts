/** Parts of an issuer's path that a protocol or a product fixes; they are the same for every issuer of a host. */
const fixedParts: ReadonlySet<string> = new Set([
  ".well-known",
  "adfs",
  "as",
  "auth",
  "endpoint",
  "idp",
  "oauth2",
  "oidc",
  "openid-configuration",
  "realms",
]);

const version = /^v?\d+(?:\.\d+)*$/i;

/**
 * Which tenant a discovery address names: Entra's, whatever it is called, else the first part of the path that is not the same
 * for every issuer of the host (`/realms/staff` → `staff`). Null where the host has one issuer.
 */
export function addressTenant(address: URL, isEntra: boolean): string | null {
  const parts = address.pathname.split("/").filter((part) => part !== "");
  const found = isEntra
    ? parts[0]
    : parts.find((part) => !fixedParts.has(part.toLowerCase()) && !version.test(part));
  return found === undefined || found === ".well-known" ? null : found;
}
