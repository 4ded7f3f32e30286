import { isThisMachine } from "../providers/hosts.ts";

/** Where a listener may stand for a redirect URI. */
export type LoopbackPlace = { readonly port: number; readonly path: string };

/**
 * Whether the redirect URI lets this process receive the answer itself: plain http on this machine with an unprivileged port.
 * `https://127.0.0.1/jamfconnect`, Jamf's default, does not: a listener there would need a trusted certificate.
 */
export function loopbackPlace(redirectUri: string): LoopbackPlace | null {
  if (!URL.canParse(redirectUri)) return null;
  const url = new URL(redirectUri);
  if (url.protocol !== "http:" || !isThisMachine(url.hostname)) return null;
  // The listener stands on 127.0.0.1. No browser gets there by `[::1]`, and not every system has a 127.0.0.2.
  if (url.hostname !== "localhost" && url.hostname !== "127.0.0.1") return null;
  const port = url.port === "" ? 80 : Number(url.port);
  return port >= 1024 ? { port, path: url.pathname } : null;
}
