import type { Provider } from "../provider.ts";
import { isSafeTransport, isThisMachine } from "../providers/hosts.ts";
import { isProviderHost, isTenantHost, isUserInfoHost, providerFacts } from "../providers/providers.ts";

/**
 * What is about to leave. The code and the access token of a login are guarded like a password; so is the sign-in page, into
 * which a person types one.
 */
export type Credential = "password" | "code of the login" | "access token" | "sign-in page";

/** Where a credential is about to go. */
export type Destination = {
  readonly carries: Credential;
  readonly endpoint: string;
  readonly discoveryUrl: string;
  readonly provider: Provider;
  readonly allowedHosts: readonly string[];
};

/** Why a credential is not sent. Each is a finding of the same name. */
export type DestinationRefusal = {
  readonly finding:
    | `${EndpointKind}-endpoint-${"invalid" | "plain-http" | "elsewhere"}`
    /** The only one that a person may overrule. */
    | "unknown-host";
  /** Host with port; empty where there is no address. */
  readonly host: string;
  readonly detail: string;
  readonly fix: string;
};

type EndpointKind = "token" | "userinfo" | "authorization";

const endpointKinds: Readonly<Record<Credential, EndpointKind>> = {
  password: "token",
  "code of the login": "token",
  "access token": "userinfo",
  "sign-in page": "authorization",
};

/**
 * Decides whether a credential may leave for its endpoint. The profile may have been downloaded, and it names the host:
 * only fixed hosts of the named provider, this machine, or hosts the user allowed receive it. Null means yes.
 */
export function refuseDestination(destination: Destination): DestinationRefusal | null {
  const { carries } = destination;
  const kind = endpointKinds[carries];
  if (!URL.canParse(destination.endpoint)) {
    return {
      finding: `${kind}-endpoint-invalid`,
      host: "",
      detail: `The discovery document names no usable ${kind} endpoint.`,
      fix: "Check the discovery address.",
    };
  }
  const endpoint = new URL(destination.endpoint);
  const { host } = endpoint;
  const discovery = new URL(destination.discoveryUrl);
  if (!isSafeTransport(endpoint)) {
    return {
      finding: `${kind}-endpoint-plain-http`,
      host,
      detail: `The ${kind} endpoint ${endpoint.origin} uses plain http, so ${exposed(carries)} could be read on the way.`,
      fix: `Correct the provider so that its discovery document names an https ${kind} endpoint.`,
    };
  }
  // A sign-in page may stand on a host of its own; whoever runs it is asked about by its name.
  if (carries !== "sign-in page" && host !== discovery.host && !bothKnown(destination, endpoint, discovery)) {
    return {
      finding: `${kind}-endpoint-elsewhere`,
      host,
      detail: `The discovery document of ${discovery.host} sends the ${carries} to another host: ${host}.`,
      fix: `Find out who runs ${host} before anybody logs in with this profile.`,
    };
  }
  return isKnown(destination, endpoint) ? null : unknownHost(destination, endpoint);
}

/**
 * Whether a credential may go to a host without anybody being asked. `*.okta.com` and the like are not enough: a host of
 * somebody else's tenant looks the same.
 */
export function isKnownHost(provider: Provider, hostname: string): boolean {
  return isThisMachine(hostname) || isProviderHost(provider, hostname);
}

function exposed(carries: Credential): string {
  return carries === "sign-in page" ? "what is typed there" : `the ${carries}`;
}

/** A provider may spread over its own hosts (Google does); elsewhere a second host redirects the credential. */
function bothKnown(destination: Destination, endpoint: URL, discovery: URL): boolean {
  return isOwn(destination, endpoint) && isProviderHost(destination.provider, discovery.hostname);
}

/** An access token may also go to the hosts of the provider's API (Entra's userinfo is on Microsoft Graph); a password may not. */
function isOwn({ carries, provider }: Destination, endpoint: URL): boolean {
  if (isProviderHost(provider, endpoint.hostname)) return true;
  return carries === "access token" && isUserInfoHost(provider, endpoint.hostname);
}

function isKnown(destination: Destination, endpoint: URL): boolean {
  if (isKnownHost(destination.provider, endpoint.hostname) || isOwn(destination, endpoint)) return true;
  return destination.allowedHosts.some((host) =>
    [endpoint.host, endpoint.hostname].includes(host.toLowerCase()),
  );
}

function unknownHost({ carries, provider }: Destination, { host, hostname }: URL): DestinationRefusal {
  const { name } = providerFacts(provider);
  const whose = isTenantHost(provider, hostname)
    ? `which ${name} gave to one of its customers. Latchkey cannot tell which.`
    : `which is not a known host of ${name}.`;
  return {
    finding: "unknown-host",
    host,
    detail: `${leaves(carries)} ${hostname}, ${whose}`,
    fix: `If this host is yours, allow it for this run: --allow-host ${hostname}.`,
  };
}

function leaves(carries: Credential): string {
  return carries === "sign-in page" ? "The sign-in page is at" : `The profile sends the ${carries} to`;
}
