import { type Authority, readAuthority } from "../core/oidc/authority.ts";
import { type DiscoveryAddress, discoveryAddress } from "../core/oidc/discovery-address.ts";
import { practiceOrigin, refuseToPractise } from "../core/oidc/practice.ts";
import { fail, type Result, succeed } from "../core/problem.ts";
import type { TestSettings } from "../core/profile/test-settings.ts";
import { oktaAuthnAddress } from "../core/ropg/okta-authn.ts";
import type { LoginContext } from "./ports.ts";

type Kind = "ropg" | "oidc";

/**
 * Where a run of this kind finds its discovery document. Problems: those of the authority and of the address, and
 * `practice-other-provider` where a practice run would leave the practice tenant.
 */
export function addressFor(
  kind: Kind,
  settings: TestSettings,
  context: Pick<LoginContext, "authority" | "jamfConnectVersion">,
): Result<DiscoveryAddress> {
  const authority = authorityOf(context);
  if (!authority.ok) return authority;
  const { jamfConnectVersion } = context;
  const address = discoveryAddress({ kind, settings, authority: authority.value, jamfConnectVersion });
  return address.ok ? practised(kind, settings, authority.value, address.value, address.value.url) : address;
}

/** The same for the password check of classic Okta, which has no discovery document. */
export function oktaAddressFor(
  settings: TestSettings,
  context: Pick<LoginContext, "authority">,
): Result<string> {
  const authority = authorityOf(context);
  if (!authority.ok) return authority;
  const address = oktaAuthnAddress(settings);
  return address.ok ? practised("ropg", settings, authority.value, address.value, address.value) : address;
}

/** The origin that this run does not leave; null for any but a practice run. */
export function practiceOf(context: Pick<LoginContext, "authority">): string | null {
  const authority = authorityOf(context);
  return authority.ok ? practiceOrigin(authority.value) : null;
}

function authorityOf({ authority }: Pick<LoginContext, "authority">): Result<Authority | null> {
  return authority === null ? succeed(null) : readAuthority(authority);
}

function practised<T>(
  kind: Kind,
  settings: TestSettings,
  authority: Authority | null,
  found: T,
  address: string,
): Result<T> {
  const refused = refuseToPractise(kind, settings, practiceOrigin(authority), address);
  return refused === null ? succeed(found) : fail(refused);
}
