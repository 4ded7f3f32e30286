import { isSafeTransport } from "../../core/providers/hosts.ts";
import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { Client } from "./find-client.ts";

/** The platform a redirect URI is registered under; it decides how the code may be redeemed. */
export type Platform = "public" | "web" | "spa";

/** The custom address that Jamf's own app registration carries beside `https://127.0.0.1/jamfconnect`. */
const JAMF_CONNECT = "jamfconnect://redirect/auth";

/** Schemes that a browser runs, reads or hands to the system by itself; no app can own one. */
const NOT_OF_AN_APP =
  /^(about|blob|chrome|chrome-extension|data|file|filesystem|ftp|http|intent|javascript|mailto|ms-(?!appx-web:)[\w-]+|resource|search-ms|tel|vbscript|view-source|ws|wss):$/;

/**
 * Finds the platform of a redirect URI, or 500113 (none registered at all) or 50011 (not in the list). The match is
 * exact and case-sensitive; only the port of a loopback address is ignored
 * (https://learn.microsoft.com/entra/identity-platform/reply-url).
 */
export function findPlatform(redirectUri: string, client: Client, tenant: Tenant): Platform | EntraFailure {
  const { app } = client;
  const kind = kindOf(redirectUri);
  if (kind === null) return refuse(50011, { redirectUri, app: client.clientId });
  const lists = [
    ["public", app.publicClient.redirectUris],
    ["web", app.web.redirectUris],
    ["spa", app.spa.redirectUris],
  ] as const;
  for (const [platform, registered] of lists) {
    if (registered.some((uri) => uri === redirectUri || sameButPort(uri, redirectUri))) return platform;
  }
  const isAdoptable = kind === "web" || redirectUri === JAMF_CONNECT;
  if (client.adopted && tenant.practice.unknownRedirectUris === "adopt" && isAdoptable) return "public";
  if (lists.every(([, registered]) => registered.length === 0)) return refuse(500113);
  return refuse(50011, { redirectUri, app: client.clientId });
}

/**
 * What a browser may be sent to at all: https, http on this machine, or a scheme of an app's own.
 *
 * @returns null for everything else, also where somebody registered it
 */
export function kindOf(redirectUri: string): "web" | "custom-scheme" | null {
  // Browsers and parsers disagree about blanks and line breaks in an address; a registered one has none.
  if (!/^[\x21-\x7e]+$/.test(redirectUri) || !URL.canParse(redirectUri)) return null;
  const url = new URL(redirectUri);
  // `https://127.0.0.1@attacker.example` looks like this machine.
  if (url.username !== "" || url.password !== "") return null;
  if (isSafeTransport(url)) return "web";
  return NOT_OF_AN_APP.test(url.protocol) ? null : "custom-scheme";
}

/** Uncertain for `127.0.0.1`: Microsoft writes of `localhost` and cites RFC 8252, which means both. */
function sameButPort(registered: string, asked: string): boolean {
  if (!URL.canParse(registered) || !URL.canParse(asked)) return false;
  const a = new URL(registered);
  const b = new URL(asked);
  const loopback = a.protocol === "http:" && (a.hostname === "localhost" || a.hostname === "127.0.0.1");
  return (
    loopback &&
    a.protocol === b.protocol &&
    a.hostname === b.hostname &&
    a.pathname === b.pathname &&
    a.search === b.search
  );
}
