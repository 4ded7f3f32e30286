import { trustedCertificates } from "./trust.ts";

/**
 * The fetch of a Node process: with the trust of the platform, and through the proxy of the environment (`HTTPS_PROXY`,
 * `HTTP_PROXY`, `NO_PROXY`) where one is set. Node 20 knows both only through undici. A certificate that is not trusted
 * fails the request; nothing here can switch that off.
 */
export async function nodeFetch(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<typeof fetch> {
  const undici = await import("undici");
  const ca = await trustedCertificates(environment);
  const connect = ca === null ? {} : { ca };
  const proxied = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].some(
    (name) => (environment[name] ?? "") !== "",
  );
  const dispatcher = proxied
    ? new undici.EnvHttpProxyAgent({
        httpProxy: environment["http_proxy"] ?? environment["HTTP_PROXY"] ?? "",
        httpsProxy: environment["https_proxy"] ?? environment["HTTPS_PROXY"] ?? "",
        noProxy: withLoopback(environment["no_proxy"] ?? environment["NO_PROXY"]),
        connect,
        requestTls: connect,
      })
    : new undici.Agent({ connect });
  // A dispatcher fits only the fetch of its own copy of undici, whose types differ in name from the global ones.
  const fetchThrough = undici.fetch as unknown as (input: unknown, init: object) => Promise<Response>;
  return (input, init) => fetchThrough(input, { ...init, dispatcher });
}

/** A practice tenant on this machine is never asked through a proxy. */
function withLoopback(noProxy: string | undefined): string {
  const named = (noProxy ?? "").split(",").map((host) => host.trim());
  return [...named.filter((host) => host !== ""), "127.0.0.1", "localhost", "::1"].join(",");
}
