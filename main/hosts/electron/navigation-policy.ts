import { isSafeTransport } from "../../core/providers/hosts.ts";
import { isOwnAddress } from "./address.ts";

/** What becomes of an address that the page wants to go to. */
export type NavigationDecision = "stay" | "system-browser" | "refuse";

/** Sites that findings, fixes and the Help menu link to. Anything else a page asks for goes nowhere. */
const outsideHosts: ReadonlySet<string> = new Set([
  "learn.microsoft.com",
  "entra.microsoft.com",
  "admin.microsoft.com",
  "aka.ms",
  "portal.azure.com",
  "login.microsoftonline.com",
  // Where the code of a device is typed.
  "login.microsoft.com",
  "microsoft.com",
  "www.microsoft.com",
  // National clouds: the sign-in pages and the admin centers (https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud).
  "login.microsoftonline.us",
  "login.partner.microsoftonline.cn",
  "entra.microsoft.us",
  "entra.microsoftonline.cn",
  "portal.azure.us",
  "portal.azure.cn",
  "techcommunity.microsoft.com",
  "docs.jamf.com",
  "learn.jamf.com",
  "community.jamf.com",
  "support.jamf.com",
  "www.jamf.com",
  "developer.okta.com",
  "auth0.com",
  "developers.google.com",
  "developer.apple.com",
  "support.apple.com",
  "datatracker.ietf.org",
  "www.rfc-editor.org",
  "openid.net",
  "github.com",
]);

/** Decides about a navigation or a redirect of the app's own window, whichever frame asks. */
export function decideNavigation(address: string): NavigationDecision {
  if (isOwnAddress(address)) return "stay";
  return outsideAddress(address) === null ? "refuse" : "system-browser";
}

/**
 * The address to hand to the system, as it was parsed and checked: what the system gets is never the text that somebody
 * wrote. The system browser gets https on the default port of a listed site and never user information, which is how one
 * site dresses up as another.
 *
 * @returns null for everything else
 */
export function outsideAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const isListed =
    url.protocol === "https:" &&
    url.port === "" &&
    url.username === "" &&
    url.password === "" &&
    outsideHosts.has(url.hostname);
  return isListed ? url.href : null;
}

/**
 * The same for a page that may also ask for the sign-in page that the app itself waits for: that one address, and no other on its host.
 *
 * @param awaited null while nobody has to sign in anywhere
 */
export function outsideOrAwaited(address: string, awaited: string | null): string | null {
  if (awaited === null || !URL.canParse(address)) return outsideAddress(address);
  const isAwaited = new URL(address).href === new URL(awaited).href;
  return isAwaited ? signInAddress(address) : outsideAddress(address);
}

/**
 * The address of a provider's sign-in page to hand to the system, parsed and checked as {@link mayVisitDuringLogin} does.
 *
 * @returns null for what no browser should get
 */
export function signInAddress(address: string): string | null {
  return mayVisitDuringLogin(address, null) ? new URL(address).href : null;
}

/**
 * True for addresses that the login window may visit on its way through the provider: https anywhere (federation leads to
 * hosts that nobody can list), http on this machine. Nothing that would start another program.
 *
 * @param within origin of the practice tenant, which a practice login does not leave; null for any other login
 */
export function mayVisitDuringLogin(address: string, within: string | null): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return within === null ? isSafeTransport(url) : url.origin === within;
}
