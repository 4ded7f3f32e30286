/** Most cookies that are kept, and the longest of them; Jamf Cloud sets three or four of a hundred characters. */
const mostCookies = 20;
const longestCookie = 4096;

/**
 * The cookies of one server. Jamf Cloud names the node that answered in one (`jpro-ingress`): with it the next call meets the same
 * node, which knows of the write before it (developer.jamf.com, Sticky sessions for Jamf Cloud). They go to that server only.
 */
export type CookieJar = {
  readonly take: (headers: Headers) => void;
  /** The value of a Cookie header; null where there is none. */
  readonly header: () => string | null;
};

export function createCookieJar(): CookieJar {
  const cookies = new Map<string, string>();
  return {
    take: (headers) => {
      for (const line of headers.getSetCookie()) {
        const [pair = ""] = line.split(";");
        const at = pair.indexOf("=");
        const name = pair.slice(0, at).trim();
        // Control characters could begin another header.
        if (at < 1 || pair.length > longestCookie || /[^\x20-\x7e]/.test(pair)) continue;
        if (cookies.size < mostCookies || cookies.has(name)) cookies.set(name, pair.slice(at + 1).trim());
      }
    },
    header: () =>
      cookies.size === 0 ? null : [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
  };
}
