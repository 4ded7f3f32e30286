import type { TenantHost } from "../../../preload/contract.ts";
import type { Finding } from "../../core/finding.ts";
import { isGuid } from "../../core/guid.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import { fillTemplate } from "../../core/templates/index.ts";
import type { HostPorts } from "../ports.ts";

const entra = "login.microsoftonline.com";

/** The host that {@link lookUpTenant} asks: the practice tenant while it runs, and nobody else then. */
export function tenantHost(authority: string | null): TenantHost {
  return authority === null
    ? { host: entra, practice: false }
    : { host: new URL(authority).host, practice: true };
}

/**
 * The id of the tenant that a domain belongs to, from the issuer of Entra's discovery document: anybody may ask for it, and only
 * the domain is sent (https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc#find-your-apps-openid-configuration-document-uri).
 * It goes the way of a test login, through the same network door, and in practice no further than the practice tenant.
 *
 * @param authority of the practice tenant while it runs
 */
export async function lookUpTenant(
  domain: string,
  authority: string | null,
  ports: Pick<HostPorts, "fetch" | "now" | "isOnline">,
): Promise<Result<{ readonly tenantId: string; readonly host: string }>> {
  const name = domain.trim();
  if (isGuid(name) || !/^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$/i.test(name)) return fail(notADomain(name));
  const settings = settingsFor(name);
  if (!settings.ok) return settings;
  const { probe } = await import("../../login/probe.ts");
  const found = await probe("oidc", settings.value, {
    fetch: ports.fetch,
    now: ports.now,
    isOnline: ports.isOnline,
    onStep: () => undefined,
    signal: new AbortController().signal,
    // Without its tenant: whether the practice tenant has this domain is what is asked.
    authority: authority === null ? null : new URL(authority).origin,
    allowedHosts: [],
    jamfConnectVersion: null,
  });
  const { host } = tenantHost(authority);
  if (found.document === null) return fail(problemOf(found.findings, host));
  const [tenantId = ""] = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(
    String(found.document["issuer"]),
  ) ?? [""];
  return tenantId === "" ? fail(withoutId(host)) : succeed({ tenantId: tenantId.toLowerCase(), host });
}

/** What a profile for this tenant would ask: a look-up finds what a login finds. */
function settingsFor(tenant: string) {
  const unused = "00000000-0000-4000-8000-000000000000";
  const filled = fillTemplate(
    "entra-simple",
    { tenant },
    { profile: unused, login: unused, menuBar: unused },
  );
  if (!filled.ok) return filled;
  return "wrong" in filled.value
    ? fail(filled.value.wrong[0]?.problem ?? notADomain(tenant))
    : testSettings(filled.value.document, "login");
}

function problemOf([finding]: readonly Finding[], host: string): Problem {
  if (finding === undefined) return withoutId(host);
  const { rule, title, detail, fix } = finding;
  const step = fix !== undefined && "steps" in fix ? fix.steps[0] : undefined;
  return {
    code: rule,
    title,
    detail: `${detail} Asked was ${host}.`,
    fix: step ?? "Write the tenant ID instead; it stands on the overview page of Entra ID.",
  };
}

function notADomain(text: string): Problem {
  return {
    code: "tenant-domain-wrong",
    title: "This is no domain name to look up.",
    detail: text === "" ? "The field is empty." : `It is ${JSON.stringify(text.slice(0, 80))}.`,
    fix: "Write a domain of the tenant, for example contoso.com.",
  };
}

function withoutId(host: string): Problem {
  return {
    code: "tenant-without-id",
    title: "The answer names no tenant ID.",
    detail: `${host} has answered with a discovery document whose issuer holds none.`,
    fix: "Copy the tenant ID from the overview page of Entra ID.",
  };
}
