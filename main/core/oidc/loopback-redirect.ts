import { isLoopbackHost } from "./hosts.ts";

/** Where a listener may stand for a redirect URI; `port: null` means that the client may choose one. */
export type LoopbackPlace = { readonly port: number | null; readonly path: string };

/**
 * Whether the redirect URI lets this process receive the answer itself: plain http on this machine with an unprivileged port.
 * `https://127.0.0.1/jamfconnect`, Jamf's default, does not: a listener there would need a trusted certificate.
 */
export function loopbackPlace(redirectUri: string): LoopbackPlace | null {
  if (!URL.canParse(redirectUri)) return null;
  const url = new URL(redirectUri);
  if (url.protocol !== "http:" || !isLoopbackHost(url.hostname)) return null;
  if (url.hostname !== "localhost" && url.hostname !== "127.0.0.1") return null;
  const port = url.port === "" ? 80 : Number(url.port);
  return port >= 1024 ? { port, path: url.pathname } : null;
}
