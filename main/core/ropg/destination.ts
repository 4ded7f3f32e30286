import { isLoopbackHost, isSafeTransport } from "../oidc/hosts.ts";
import { isProviderHost, isUserInfoHost, providerFacts } from "../oidc/providers.ts";
import type { Provider } from "../profile/test-settings.ts";

/** What is about to leave. The code and the access token of a login are guarded like a password. */
export type Credential = "password" | "code of the login" | "access token";

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
    | `${"token" | "userinfo"}-endpoint-${"invalid" | "plain-http" | "elsewhere"}`
    | "unknown-host";
  readonly detail: string;
  readonly fix: string;
};

/**
 * Decides whether a credential may leave for its endpoint. The profile may have been downloaded, and it names the host:
 * only hosts of the named provider, this machine, or hosts the user allowed receive it. Null means yes.
 */
export function refuseDestination(destination: Destination): DestinationRefusal | null {
  const { carries } = destination;
  const kind = carries === "access token" ? "userinfo" : "token";
  if (!URL.canParse(destination.endpoint)) {
    return refusal(
      `${kind}-endpoint-invalid`,
      `The discovery document names no usable ${kind} endpoint.`,
      "Check the discovery address.",
    );
  }
  const endpoint = new URL(destination.endpoint);
  const discovery = new URL(destination.discoveryUrl);
  if (!isSafeTransport(endpoint)) {
    return refusal(
      `${kind}-endpoint-plain-http`,
      `The ${kind} endpoint ${endpoint.origin} uses plain http, so the ${carries} could be read on the way.`,
      `Correct the provider so that its discovery document names an https ${kind} endpoint.`,
    );
  }
  if (endpoint.host !== discovery.host && !bothKnown(destination, endpoint, discovery)) {
    return refusal(
      `${kind}-endpoint-elsewhere`,
      `The discovery document of ${discovery.host} sends the ${carries} to another host: ${endpoint.host}.`,
      `Find out who runs ${endpoint.host} before anybody logs in with this profile.`,
    );
  }
  return isKnown(destination, endpoint) ? null : unknownHost(destination, endpoint);
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
  if (isLoopbackHost(endpoint.hostname) || isOwn(destination, endpoint)) return true;
  return destination.allowedHosts.some((host) =>
    [endpoint.host, endpoint.hostname].includes(host.toLowerCase()),
  );
}

function unknownHost(destination: Destination, endpoint: URL): DestinationRefusal {
  const name = providerFacts(destination.provider).name;
  return refusal(
    "unknown-host",
    `The profile sends the ${destination.carries} to ${endpoint.hostname}, which is not a known host of ${name}.`,
    `If this host is yours, allow it for this run: --allow-host ${endpoint.hostname}.`,
  );
}

function refusal(finding: DestinationRefusal["finding"], detail: string, fix: string): DestinationRefusal {
  return { finding, detail, fix };
}
