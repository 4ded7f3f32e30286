/**
 * True for the addresses of this machine: `localhost`, 127.0.0.0/8 and `[::1]`, and nothing else. This is the one list, for
 * destinations, plain http, the way past a proxy, the login window and the listener of a redirect URI.
 *
 * Names below `localhost` are not on it: RFC 6761 section 6.3 lets applications treat them as loopback, but Node asks DNS for
 * them, and so does whoever answers for DNS. The same goes for `localhost.` and for `::ffff:127.0.0.1`.
 *
 * @param hostname as `URL.hostname` gives it, so numeric tricks (`0x7f.1`, `2130706433`) have been resolved already
 */
export function isThisMachine(hostname: string): boolean {
  const host = hostname.toLowerCase();
  return host === "localhost" || host === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** True when credentials may be sent to an address at all: https anywhere, http on this machine only. */
export function isSafeTransport(url: URL): boolean {
  return url.protocol === "https:" || (url.protocol === "http:" && isThisMachine(url.hostname));
}

/** Matches a host name against `login.example.com` or `*.example.com`; the star stands for one label or more. */
export function hostMatches(hostname: string, pattern: string): boolean {
  const host = hostname.toLowerCase();
  if (!pattern.startsWith("*.")) return host === pattern.toLowerCase();
  return host.endsWith(pattern.slice(1).toLowerCase()) && host.length > pattern.length - 1;
}
