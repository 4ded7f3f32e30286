import { refuseWithoutTlsChecks } from "../core/oidc/tls-checks.ts";
import { isThisMachine } from "../core/providers/hosts.ts";
import { guardedFetch } from "./door.ts";
import { lookUp } from "./look-up.ts";
import { trustedCertificates } from "./trust.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The fetch of a Node process: with the trust of the platform, and through the proxy of the environment (`HTTPS_PROXY`,
 * `HTTP_PROXY`, `NO_PROXY`) where one is set, but never to this machine. Node 20 knows both only through undici. A certificate
 * that is not trusted fails the request; nothing here can switch that off, and where the environment tries to, nothing is sent.
 */
export async function nodeFetch(environment: Environment): Promise<typeof fetch> {
  const undici = await import("undici");
  const ca = await trustedCertificates(environment);
  const connect = { rejectUnauthorized: true, lookup: lookUp, ...(ca === null ? {} : { ca }) };
  const direct = new undici.Agent({ connect });
  const outside = isProxied(environment) ? throughProxy(undici, environment, connect) : direct;
  // A dispatcher fits only the fetch of its own copy of undici, whose types differ in name from the global ones.
  const fetchThrough = undici.fetch as unknown as (input: unknown, init: object) => Promise<Response>;
  const send: typeof fetch = (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    return fetchThrough(input, { ...init, dispatcher: isThisMachine(hostname) ? direct : outside });
  };
  return guardedFetch(send, () => refuseWithoutTlsChecks(environment, () => false));
}

function isProxied(environment: Environment): boolean {
  const names = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
  return names.some((name) => (environment[name] ?? "") !== "");
}

function throughProxy(undici: typeof import("undici"), environment: Environment, connect: object) {
  return new undici.EnvHttpProxyAgent({
    httpProxy: environment["http_proxy"] ?? environment["HTTP_PROXY"] ?? "",
    httpsProxy: environment["https_proxy"] ?? environment["HTTPS_PROXY"] ?? "",
    noProxy: environment["no_proxy"] ?? environment["NO_PROXY"] ?? "",
    connect,
    requestTls: connect,
    proxyTls: connect,
  });
}
