/** What an address is to the redirect URI of a login: the callback itself, or why it is not. */
export type CallbackMatch =
  | { readonly matches: true; readonly parameters: URLSearchParams }
  | {
      readonly matches: false;
      readonly because: "not-a-url" | "scheme" | "user-info" | "host" | "port" | "path";
    };

/**
 * Decides whether the browser has arrived at the redirect URI. Both are parsed; scheme, host, port and path are compared
 * as a whole, never as a prefix (`https://127.0.0.1/jamfconnect.evil`, `https://127.0.0.1@evil.example/` are others).
 * The path is case-sensitive as at Entra (https://learn.microsoft.com/entra/identity-platform/reply-url).
 * `anyPort` is for `http://localhost`, where RFC 8252 section 7.3 lets the client choose the port.
 * Parameters come from the query, and from the fragment where the query has none (response_mode=fragment).
 */
export function matchCallback(address: string, redirectUri: string, anyPort = false): CallbackMatch {
  if (!URL.canParse(address) || !URL.canParse(redirectUri)) return { matches: false, because: "not-a-url" };
  const actual = new URL(address);
  const expected = new URL(redirectUri);
  if (actual.protocol !== expected.protocol) return { matches: false, because: "scheme" };
  if (actual.username !== "" || actual.password !== "") return { matches: false, because: "user-info" };
  if (actual.hostname !== expected.hostname) return { matches: false, because: "host" };
  if (!anyPort && actual.port !== expected.port) return { matches: false, because: "port" };
  if (path(actual) !== path(expected)) return { matches: false, because: "path" };
  return { matches: true, parameters: parametersOf(actual, expected) };
}

/** `https://host` and `https://host/` are one address; for `scheme:` addresses an empty path is one too. */
function path(url: URL): string {
  return url.pathname === "" ? "/" : url.pathname;
}

function parametersOf(actual: URL, expected: URL): URLSearchParams {
  const query = new URLSearchParams(actual.search);
  for (const [name] of expected.searchParams) query.delete(name);
  return query.size > 0 ? query : new URLSearchParams(actual.hash.replace(/^#/, ""));
}
