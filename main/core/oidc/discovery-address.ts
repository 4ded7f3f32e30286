import { fail, type Result, succeed } from "../problem.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import { isEntraAddress } from "../providers/entra-address.ts";
import { isSafeTransport } from "../providers/hosts.ts";
import { providerFacts } from "../providers/providers.ts";
import type { Authority } from "./authority.ts";
import { isBefore } from "./version.ts";

/** Where the discovery document of a run lies, and which of Entra's two protocol versions it belongs to (null elsewhere). */
export type DiscoveryAddress = {
  readonly url: string;
  readonly entra: "v1" | "v2" | null;
  readonly why: string;
};

export type DiscoveryQuestion = {
  readonly kind: "ropg" | "oidc";
  readonly settings: TestSettings;
  readonly authority: Authority | null;
  readonly jamfConnectVersion: string | null;
};

const suffix = "/.well-known/openid-configuration";

/**
 * The discovery address that Jamf Connect would use: the profile's own, else the provider's default for the tenant.
 * Before Jamf Connect 2.12 the password check went to Entra's v1 endpoint whatever the profile said
 * (conditional-access thread; "ROPG was redesigned to detect if it was on the V1 or the V2 endpoint").
 * Problems: `discovery-missing`, `discovery-not-a-url`, `discovery-not-https`, `tenant-missing`,
 * `tenant-invalid`.
 */
export function discoveryAddress(question: DiscoveryQuestion): Result<DiscoveryAddress> {
  const named = namedAddress(question.settings);
  if (!named.ok) return named;
  const url = new URL(named.value);
  url.pathname = documentPath(url.pathname);
  if (!isEntraAddress(question.settings.provider.value, url))
    return checked(url, null, "The profile names the discovery document.");
  if (question.authority !== null) replaceAuthority(url, question.authority);
  const old = question.kind === "ropg" && isBefore(question.jamfConnectVersion, "2.12");
  if (old) url.pathname = url.pathname.replace(/\/v2\.0(?=\/\.well-known\/)/, "");
  const entra = /\/v2\.0\//.test(url.pathname) ? "v2" : "v1";
  return checked(
    url,
    entra,
    old ? "Before Jamf Connect 2.12 the password check always used v1." : reason(entra),
  );
}

/** Profiles name the document or its issuer, and people copy both with a slash at the end. */
function documentPath(path: string): string {
  const bare = path.replace(/\/+$/, "");
  return bare.endsWith(suffix) ? bare : `${bare}${suffix}`;
}

function reason(entra: "v1" | "v2"): string {
  return entra === "v2" ? "The discovery address contains /v2.0." : "The discovery address has no /v2.0.";
}

function namedAddress(settings: TestSettings): Result<string> {
  const own = settings.discoveryUrl?.value.trim();
  if (own !== undefined && own !== "") return URL.canParse(own) ? succeed(own) : fail(notAUrl(own));
  const facts = providerFacts(settings.provider.value);
  if (facts.discovery === null) return fail(missing(facts.name));
  return fillTenant(facts.discovery, settings);
}

function fillTenant(template: string, settings: TestSettings): Result<string> {
  if (!template.includes("{tenant}")) return succeed(template);
  const tenant = settings.tenant?.value.trim() ?? "";
  if (tenant !== "") return tenantAddress(template, tenant);
  if (settings.provider.value === "EntraID") return succeed(template.replace("{tenant}", "common"));
  return fail({
    code: "tenant-missing",
    title: "The profile names no tenant.",
    detail: `Without a tenant the address of ${providerFacts(settings.provider.value).name} is not known.`,
    fix: "Set the tenant key of this domain, or a discovery URL.",
  });
}

/** A tenant written as an address (`contoso.okta.com`, `https://contoso.okta.com`) and one that is only a name both occur. */
function tenantAddress(template: string, tenant: string): Result<string> {
  const bare = tenant.replace(/^https?:\/\//i, "").replace(/\/+$/, "");
  // Anything else could turn the rest of the address into a query or another host.
  if (!/^[a-z0-9][a-z0-9._-]*$/i.test(bare)) return fail(notATenant(tenant));
  const domain = /^https:\/\/\{tenant\}(\.[^/]+)/.exec(template)?.[1];
  const name = domain !== undefined && bare.endsWith(domain) ? bare.slice(0, -domain.length) : bare;
  const url = template.replace("{tenant}", name);
  return URL.canParse(url) ? succeed(url) : fail(notAUrl(url));
}

function replaceAuthority(url: URL, authority: Authority): void {
  const target = new URL(authority.origin);
  url.protocol = target.protocol;
  url.host = target.host;
  url.port = target.port;
  if (authority.tenant !== null) url.pathname = url.pathname.replace(/^\/[^/]+/, `/${authority.tenant}`);
}

function checked(url: URL, entra: "v1" | "v2" | null, why: string): Result<DiscoveryAddress> {
  if (!isSafeTransport(url)) {
    return fail({
      code: "discovery-not-https",
      title: "The discovery address uses plain http.",
      detail: `${url.href} can be changed on the way, and with it the host that receives the password.`,
      fix: "Use https. Plain http is allowed for this machine only.",
    });
  }
  return succeed({ url: url.href, entra, why });
}

function notAUrl(text: string): ReturnType<typeof fail>["problem"] {
  return {
    code: "discovery-not-a-url",
    title: "The discovery address is not a web address.",
    detail: `It is "${text}".`,
    fix: `Write the whole address, from https:// to ${suffix}.`,
  };
}

function notATenant(tenant: string): ReturnType<typeof fail>["problem"] {
  return {
    code: "tenant-invalid",
    title: "The tenant is neither an id nor a domain.",
    detail: `It is "${tenant.slice(0, 100)}".`,
    fix: "Write the tenant id, or the domain without anything before or after it.",
  };
}

function missing(name: string): ReturnType<typeof fail>["problem"] {
  return {
    code: "discovery-missing",
    title: "The profile names no discovery document.",
    detail: `The addresses of ${name} cannot be guessed.`,
    fix: "Set OIDCDiscoveryURL, or DiscoveryURL in IdPSettings for the menu bar / Self Service+.",
  };
}
