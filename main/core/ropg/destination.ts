import { isLoopbackHost, isSafeTransport } from "../oidc/hosts.ts";
import { isProviderHost, providerFacts } from "../oidc/providers.ts";
import type { Provider } from "../profile/test-settings.ts";

/** Where a credential (password, client secret, code) is about to go. */
export type Destination = {
  readonly tokenEndpoint: string;
  readonly discoveryUrl: string;
  readonly provider: Provider;
  readonly allowedHosts: readonly string[];
};

/** Why a credential is not sent. Each is a finding of the same name. */
export type DestinationRefusal = {
  readonly finding:
    | "token-endpoint-invalid"
    | "token-endpoint-plain-http"
    | "token-endpoint-elsewhere"
    | "unknown-host";
  readonly detail: string;
  readonly fix: string;
};

/**
 * Decides whether the password may leave for a token endpoint. The profile may have been downloaded, and it names the host:
 * only hosts of the named provider, this machine, or hosts the user allowed receive it. Null means yes.
 */
export function refuseDestination(destination: Destination): DestinationRefusal | null {
  if (!URL.canParse(destination.tokenEndpoint)) {
    return refusal(
      "token-endpoint-invalid",
      "The discovery document names no usable token endpoint.",
      "Check the discovery address.",
    );
  }
  const endpoint = new URL(destination.tokenEndpoint);
  const discovery = new URL(destination.discoveryUrl);
  if (!isSafeTransport(endpoint)) {
    return refusal(
      "token-endpoint-plain-http",
      `The token endpoint ${endpoint.origin} uses plain http, so the password could be read on the way.`,
      "Correct the provider so that its discovery document names an https token endpoint.",
    );
  }
  if (endpoint.host !== discovery.host && !bothKnown(destination, endpoint, discovery)) {
    return refusal(
      "token-endpoint-elsewhere",
      `The discovery document of ${discovery.host} sends the password to another host: ${endpoint.host}.`,
      `Find out who runs ${endpoint.host} before anybody logs in with this profile.`,
    );
  }
  return isKnown(destination, endpoint) ? null : unknownHost(destination, endpoint);
}

/** A provider may spread over its own hosts (Google does); elsewhere a second host is a redirection of the password. */
function bothKnown(destination: Destination, endpoint: URL, discovery: URL): boolean {
  return (
    isProviderHost(destination.provider, endpoint.hostname) &&
    isProviderHost(destination.provider, discovery.hostname)
  );
}

function isKnown(destination: Destination, endpoint: URL): boolean {
  if (isLoopbackHost(endpoint.hostname) || isProviderHost(destination.provider, endpoint.hostname))
    return true;
  return destination.allowedHosts.some((host) =>
    [endpoint.host, endpoint.hostname].includes(host.toLowerCase()),
  );
}

function unknownHost(destination: Destination, endpoint: URL): DestinationRefusal {
  const name = providerFacts(destination.provider).name;
  return refusal(
    "unknown-host",
    `The profile sends the password to ${endpoint.hostname}, which is not a known host of ${name}.`,
    `If this host is yours, allow it for this run: --allow-host ${endpoint.hostname}.`,
  );
}

function refusal(finding: DestinationRefusal["finding"], detail: string, fix: string): DestinationRefusal {
  return { finding, detail, fix };
}
