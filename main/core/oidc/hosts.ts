/**
 * True for the addresses of this machine: `localhost` and its subdomains (RFC 6761 section 6.3), 127.0.0.0/8 and ::1.
 * Takes a host name as `URL.hostname` gives it, so numeric tricks (`0x7f.1`, `2130706433`) have been resolved already.
 */
export function isLoopbackHost(hostname: string): boolean {
  const host = hostname.toLowerCase();
  if (host === "localhost" || host.endsWith(".localhost")) return true;
  return host === "[::1]" || host === "::1" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** True when credentials may be sent to an address at all: https anywhere, http on this machine only. */
export function isSafeTransport(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopbackHost(url.hostname));
}

/** Matches a host name against `login.example.com` or `*.example.com`; the star stands for one label or more. */
export function hostMatches(hostname: string, pattern: string): boolean {
  const host = hostname.toLowerCase();
  if (!pattern.startsWith("*.")) return host === pattern.toLowerCase();
  return host.endsWith(pattern.slice(1).toLowerCase()) && host.length > pattern.length - 1;
}
