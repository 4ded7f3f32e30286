import type { IncomingHttpHeaders } from "node:http";

/**
 * Refuses what a page of another origin, or another name that was pointed at this machine (DNS rebinding), could send.
 *
 * @param port the port this host listens on
 * @param needsOrigin true for everything that acts; a plain page load carries no Origin
 * @returns why the request is refused, or null
 */
export function refusal(headers: IncomingHttpHeaders, port: number, needsOrigin: boolean): string | null {
  const own = `127.0.0.1:${port}`;
  if (headers.host !== own) return "Host is not this app.";
  const origin = headers.origin;
  if (origin === undefined ? needsOrigin : origin !== `http://${own}`) return "Origin is not this app.";
  const site = headers["sec-fetch-site"];
  if (needsOrigin && site !== undefined && site !== "same-origin")
    return "The request comes from another site.";
  return null;
}
