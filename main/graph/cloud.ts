import { fail, type Result, succeed } from "../core/problem.ts";
import { isThisMachine } from "../core/providers/hosts.ts";

/** Where a tenant signs people in, and where its Microsoft Graph is. */
export type Cloud = {
  /** `https://login.microsoftonline.com/contoso.com`, for MSAL always https. */
  readonly authority: string;
  /** Origin of Microsoft Graph. */
  readonly graph: string;
  /** What scopes begin with outside the worldwide cloud; empty where they need nothing. */
  readonly scopePrefix: string;
  /** Set on this machine: http stands behind the https that MSAL insists on. */
  readonly loopbackOrigin: string | null;
};

/**
 * National clouds.
 * Source: https://learn.microsoft.com/graph/deployments
 */
const GRAPH_OF: ReadonlyMap<string, string> = new Map([
  ["login.microsoftonline.com", "https://graph.microsoft.com"],
  ["login.windows.net", "https://graph.microsoft.com"],
  ["login.microsoftonline.us", "https://graph.microsoft.us"],
  ["login.partner.microsoftonline.cn", "https://microsoftgraph.chinacloudapi.cn"],
  ["login.chinacloudapi.cn", "https://microsoftgraph.chinacloudapi.cn"],
]);

/**
 * The cloud of an authority, `https://HOST/TENANT`. A sign-in goes to known hosts only, or to this machine.
 *
 * @returns problem: `unknown-authority`
 */
export function cloudOf(authority: string): Result<Cloud> {
  const url = URL.canParse(authority) ? new URL(authority) : null;
  const tenant = url?.pathname.split("/")[1] ?? "";
  if (url === null || !/^[\w.-]{1,255}$/u.test(tenant)) return fail(unknownAuthority);
  if (isThisMachine(url.hostname)) {
    const secure = url.origin.replace(/^http:/u, "https:");
    return succeed({
      authority: `${secure}/${tenant}`,
      graph: url.origin,
      scopePrefix: "",
      loopbackOrigin: url.origin,
    });
  }
  const graph = url.protocol === "https:" && url.port === "" ? GRAPH_OF.get(url.hostname) : undefined;
  if (graph === undefined) return fail(unknownAuthority);
  const isWorldwide = graph === "https://graph.microsoft.com";
  return succeed({
    authority: `${url.origin}/${tenant}`,
    graph,
    scopePrefix: isWorldwide ? "" : `${graph}/`,
    loopbackOrigin: null,
  });
}

const unknownAuthority = {
  code: "unknown-authority",
  title: "This is no place where Microsoft Entra signs people in.",
  detail:
    "Known are login.microsoftonline.com, login.microsoftonline.us and login.partner.microsoftonline.cn, each with a tenant.",
  fix: "Write it as https://login.microsoftonline.com/TENANT.",
};
