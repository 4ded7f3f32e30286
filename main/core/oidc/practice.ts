import type { Problem } from "../problem.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import { isThisMachine } from "../providers/hosts.ts";
import type { Authority } from "./authority.ts";

/**
 * The origin that a practice run does not leave; null where nobody practises. An authority on this machine is a practice
 * tenant: there is no Entra there, and whoever names one expects that nothing leaves the machine.
 */
export function practiceOrigin(authority: Authority | null): string | null {
  return authority !== null && isThisMachine(new URL(authority.origin).hostname) ? authority.origin : null;
}

/** Why a practice run does not ask this address; null where it may. Any port but the practice tenant's is another server. */
export function refuseOutsidePractice(practice: string | null, address: string): Problem | null {
  if (practice === null) return null;
  const url = new URL(address);
  if (url.origin === practice) return null;
  return {
    code: "practice-elsewhere",
    title: `The next address is outside of the practice tenant: ${url.host}.`,
    detail: "In practice Latchkey asks the practice tenant and nobody else, so nothing was sent there.",
    fix: `To test with the real provider, ${howToLeave}.`,
  };
}

/**
 * Why a login or a password check cannot be practised: the practice tenant plays Entra and nobody else, and what the profile
 * sends to another provider stays there. Null where it can.
 *
 * @param address where the profile sends it, with the practice tenant in Entra's place
 */
export function refuseToPractise(
  kind: "oidc" | "ropg",
  settings: TestSettings,
  practice: string | null,
  address: string,
): Problem | null {
  if (refuseOutsidePractice(practice, address) === null) return null;
  const { host } = new URL(address);
  const { domain, keyPath } = settings.discoveryUrl ?? settings.provider;
  const what = kind === "oidc" ? "login" : "password check";
  return {
    code: "practice-other-provider",
    title: `This ${what} cannot be practised.`,
    detail: `The profile sends it to ${host} (${keyPath ?? "its default"} in ${domain}), and the practice tenant stands in for Microsoft Entra ID only, so nothing is sent.`,
    fix: `To test with ${host}, ${howToLeave}.`,
  };
}

const howToLeave = "turn Practice off in the app, or leave out --authority on the command line";
