import { providerFacts } from "../providers/providers.ts";

/** Hosts that are the provider's own, so that their names alone are enough. */
const providerHost = new RegExp(
  `(?<![a-z0-9.-])(?:${[...providerFacts("EntraID").hosts, ...providerFacts("GoogleID").hosts]
    .map((host) => host.replaceAll(".", "\\."))
    .join("|")})(?![a-z0-9-])`,
  "gi",
);

/** Hosts of addresses in a message; user info before the `@` is no host. */
const address =
  /\bhttps?:\/\/(?:[^\s/@"'<>]{0,200}@)?([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?![a-z0-9.-])/gi;

/**
 * The hosts that a message names: in addresses, and by themselves where they belong to a provider. A bundle identifier looks like a
 * host (`com.jamf.connect.login`) and is none.
 */
export function hostsIn(message: string): readonly string[] {
  const found = message.includes("://")
    ? [...message.matchAll(address)].map(([, host = ""]) => host.toLowerCase())
    : [];
  const bare = (message.match(providerHost) ?? []).map((host) => host.toLowerCase());
  return found.length + bare.length === 0 ? none : [...new Set([...found, ...bare])];
}

const none: readonly string[] = [];
