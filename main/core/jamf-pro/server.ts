import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { isSafeTransport, isThisMachine } from "../providers/hosts.ts";

/** Where a Jamf Pro answers, and how it has to be asked. */
export type JamfProServer = {
  /** `classic` is a Jamf Pro server itself, `gateway` the Jamf Platform gateway in front of many. */
  readonly kind: "classic" | "gateway";
  /** Scheme, host and port. */
  readonly origin: string;
  /** What the gateway is asked about: exactly one of its two headers. Null for a server. */
  readonly context: JamfProContext | null;
};

export type JamfProContext = {
  readonly header: "X-Environment-Id" | "X-Tenant-Id";
  readonly id: string;
};

/** What somebody typed about a server. */
export type TypedServer = {
  readonly address: string;
  readonly environmentId?: string | null;
  readonly tenantId?: string | null;
};

/** A client of the API with its secret, or a person's account. Lives in memory only. */
export type JamfProCredentials =
  | { readonly kind: "client"; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: "user"; readonly name: string; readonly password: string };

/** Hosts of the gateway since 3 September 2026 (developer.jamf.com, Platform API fundamentals). */
const gatewayHost = /^(?:us|eu|apac)\.api\.jamfcloud\.com$/;
/** Hosts of its beta, which answer no more. */
const retiredHost = /(?:^|\.)(?:apigw\.jamf\.com|api\.platform\.jamf\.com)$/;

/**
 * Reads the address of a Jamf Pro. Nothing is asked.
 *
 * Problems: `jamf-pro-address` for what is no address of a server, for http outside this machine, and for a retired gateway;
 * `jamf-pro-context` where the gateway's one context is missing, given twice, or given for a server.
 */
export function readServer(typed: TypedServer): Result<JamfProServer> {
  const url = urlOf(typed.address);
  if (url === null) return fail(notAnAddress("It is no web address."));
  if (url.username !== "" || url.password !== "") return fail(notAnAddress("It holds a name or a password."));
  if (!isSafeTransport(url))
    return fail(notAnAddress(`${url.protocol}// would send the secret unencrypted.`));
  if (retiredHost.test(url.hostname)) return fail(retired(url.hostname));
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "")
    return fail(notAnAddress(`It goes on behind the host: ${url.pathname.slice(0, 80)}`));
  const context = contextOf(typed);
  if (!context.ok) return context;
  const isGateway = gatewayHost.test(url.hostname);
  const mayBeEither = isThisMachine(url.hostname);
  if (isGateway && context.value === null) return fail(contextMissing);
  if (!isGateway && !mayBeEither && context.value !== null) return fail(contextForServer(url.host));
  const kind = isGateway || context.value !== null ? "gateway" : "classic";
  return succeed({ kind, origin: url.origin, context: context.value });
}

/** The path of a resource of the Classic API, `osxconfigurationprofiles/id/7`. */
export function classicPath({ kind }: JamfProServer, resource: string): string {
  return kind === "gateway" ? `/proclassic/${resource}` : `/JSSResource/${resource}`;
}

/** The path of a resource of the Jamf Pro API, `v1/jamf-pro-version`. */
export function proPath({ kind }: JamfProServer, resource: string): string {
  return kind === "gateway" ? `/pro/${resource}` : `/api/${resource}`;
}

function urlOf(address: string): URL | null {
  const trimmed = address.trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === "" || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === "https:" || url.protocol === "http:" ? url : null;
}

function contextOf({ environmentId, tenantId }: TypedServer): Result<JamfProContext | null> {
  const environment = environmentId?.trim() ?? "";
  const tenant = tenantId?.trim() ?? "";
  if (environment !== "" && tenant !== "") return fail(contextTwice);
  const id = environment === "" ? tenant : environment;
  if (id === "") return succeed(null);
  if (!/^[\w.-]{1,100}$/.test(id)) return fail(contextUnreadable);
  return succeed({ header: environment === "" ? "X-Tenant-Id" : "X-Environment-Id", id });
}

function notAnAddress(detail: string): Problem {
  return {
    code: "jamf-pro-address",
    title: "This is not the address of a Jamf Pro server.",
    detail: `${detail} Nothing was sent.`,
    fix: "Give scheme and host, for example https://example.jamfcloud.com; http is for this machine only.",
  };
}

function retired(host: string): Problem {
  return {
    code: "jamf-pro-address",
    title: `${host} was the beta of the Jamf Platform gateway and answers no more.`,
    detail: "It was closed on 3 September 2026, and its API clients with it. Nothing was sent.",
    fix: "Use https://us.api.jamfcloud.com, or eu or apac in place of us, with an API client made since then.",
  };
}

const contextTwice: Problem = {
  code: "jamf-pro-context",
  title: "An environment and a tenant are both given.",
  detail: "The Jamf Platform gateway refuses a call that names both. Nothing was sent.",
  fix: "Give the one that the API client was made for; an environment is the newer kind.",
};

const contextMissing: Problem = {
  code: "jamf-pro-context",
  title: "The gateway has to be told which Jamf Pro is meant.",
  detail: "Without an environment or a tenant it answers REQUEST_CONTEXT_NOT_PROVIDED. Nothing was sent.",
  fix: "Give the environment's ID, or the tenant's for an API client of one tenant.",
};

const contextUnreadable: Problem = {
  code: "jamf-pro-context",
  title: "This is not the ID of an environment or a tenant.",
  detail: "It holds blanks or other characters that no ID has. Nothing was sent.",
  fix: "Copy the ID from Jamf Account.",
};

function contextForServer(host: string): Problem {
  return {
    code: "jamf-pro-context",
    title: `${host} is a server of its own and takes no environment or tenant.`,
    detail: "Only the Jamf Platform gateway does. Nothing was sent.",
    fix: "Leave the ID out, or give the gateway's address, for example https://us.api.jamfcloud.com.",
  };
}
