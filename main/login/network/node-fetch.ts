/**
 * The fetch of a Node process: through the proxy of the environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`) where one is set,
 * else Node's own. Node 20 reads those variables only through undici's agent.
 */
export async function nodeFetch(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<typeof fetch> {
  const named = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some(
    (name) => (environment[name] ?? "") !== "",
  );
  if (!named) return globalThis.fetch;
  const undici = await import("undici");
  const dispatcher = new undici.EnvHttpProxyAgent({
    httpProxy: environment["http_proxy"] ?? environment["HTTP_PROXY"] ?? "",
    httpsProxy: environment["https_proxy"] ?? environment["HTTPS_PROXY"] ?? "",
    noProxy: withLoopback(environment["no_proxy"] ?? environment["NO_PROXY"]),
  });
  // undici's fetch is the one that Node bundles, with types of its own; a dispatcher of one copy fits only its own fetch.
  const fetchThrough = undici.fetch as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => fetchThrough(input, { ...init, dispatcher });
}

/** A practice tenant on this machine is never asked through a proxy. */
function withLoopback(noProxy: string | undefined): string {
  const named = (noProxy ?? "").split(",").map((host) => host.trim());
  return [...named.filter((host) => host !== ""), "127.0.0.1", "localhost", "::1"].join(",");
}
