import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { Client } from "./find-client.ts";

/** The platform a redirect URI is registered under; it decides how the code may be redeemed. */
export type Platform = "public" | "web" | "spa";

/**
 * Finds the platform of a redirect URI, or 500113 (none registered at all) or 50011 (not in the list). The match is
 * exact and case-sensitive; only the port of a loopback address is ignored
 * (https://learn.microsoft.com/entra/identity-platform/reply-url).
 */
export function findPlatform(redirectUri: string, client: Client, tenant: Tenant): Platform | EntraFailure {
  const { app } = client;
  // Browsers and parsers disagree about blanks and line breaks in an address; a registered one has none.
  if (!/^[\x21-\x7e]+$/.test(redirectUri)) return refuse(50011, { redirectUri, app: client.clientId });
  const lists = [
    ["public", app.publicClient.redirectUris],
    ["web", app.web.redirectUris],
    ["spa", app.spa.redirectUris],
  ] as const;
  for (const [platform, registered] of lists) {
    if (registered.some((uri) => uri === redirectUri || sameButPort(uri, redirectUri))) return platform;
  }
  if (client.adopted && tenant.practice.unknownRedirectUris === "adopt" && isAdoptable(redirectUri))
    return "public";
  if (lists.every(([, registered]) => registered.length === 0)) return refuse(500113);
  return refuse(50011, { redirectUri, app: client.clientId });
}

/** An address that a browser goes to, or a scheme of the client's own; nothing that a browser would run or read. */
function isAdoptable(redirectUri: string): boolean {
  return (
    URL.canParse(redirectUri) &&
    !/^(javascript|data|vbscript|file|blob|about|view-source):/i.test(redirectUri)
  );
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
