const suffix = "/.well-known/openid-configuration";
const guid = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** Issuer hosts of Entra's v1 documents: public cloud and China. */
const v1Issuer = new RegExp(
  `^https://sts\\.(?:windows\\.net|chinacloudapi\\.cn)/(?:${guid}|\\{tenantid\\})/$`,
);

/**
 * Whether a discovery document may name this issuer. OpenID Connect Discovery 1.0 section 4.3 wants the address of the
 * document without its suffix. Entra differs in known ways: v1 names `https://sts.windows.net/TENANT/`, `/common` carries a
 * literal `{tenantid}`, and a domain in the path comes back as the tenant id.
 */
export function issuerFits(discoveryUrl: string, issuer: string, entra: "v1" | "v2" | null): boolean {
  const expected = discoveryUrl.endsWith(suffix) ? discoveryUrl.slice(0, -suffix.length) : discoveryUrl;
  if (issuer === expected || issuer === `${expected}/`) return true;
  if (entra === null || !URL.canParse(issuer)) return false;
  if (entra === "v1" && v1Issuer.test(issuer)) return true;
  const own = new URL(discoveryUrl).origin;
  const path = issuer.startsWith(`${own}/`) ? issuer.slice(own.length) : "";
  return new RegExp(
    entra === "v2" ? `^/(?:${guid}|\\{tenantid\\})/v2\\.0$` : `^/(?:${guid}|\\{tenantid\\})/?$`,
  ).test(path);
}

/**
 * The issuer a token must name: that of the document, with `{tenantid}` replaced by the token's own `tid`
 * (https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-the-issuer). Null when the token has no usable `tid`.
 */
export function expectedIssuer(documentIssuer: string, tid: unknown): string | null {
  if (!documentIssuer.includes("{tenantid}")) return documentIssuer;
  if (typeof tid !== "string" || !new RegExp(`^${guid}$`).test(tid)) return null;
  return documentIssuer.replace("{tenantid}", tid);
}
