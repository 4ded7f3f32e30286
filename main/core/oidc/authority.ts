import { fail, type Result, succeed } from "../problem.ts";
import { isSafeTransport } from "../providers/hosts.ts";

/** What `--authority` names: scheme and host, and perhaps a tenant. */
export type Authority = { readonly origin: string; readonly tenant: string | null };

/**
 * Reads `--authority`, for example `https://login.microsoftonline.us`, `https://login.partner.microsoftonline.cn/contoso.cn`
 * or the practice tenant's `http://127.0.0.1:5000/TENANT`.
 * Problems: `authority-not-a-url`, `authority-not-https` (plain http is for loopback only), `authority-has-extras`.
 */
export function readAuthority(text: string): Result<Authority> {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    return fail({
      code: "authority-not-a-url",
      title: "The authority is not a web address.",
      detail: `--authority is "${text}".`,
      fix: "Give scheme and host, and the tenant if it differs: https://login.microsoftonline.us/TENANT.",
    });
  }
  if (!isSafeTransport(url)) {
    return fail({
      code: "authority-not-https",
      title: "The authority uses plain http outside this machine.",
      detail: `--authority is "${url.origin}". A password sent there could be read on the way.`,
      fix: "Use https. Plain http is allowed for localhost, 127.0.0.1 and ::1 only.",
    });
  }
  const segments = url.pathname.split("/").filter((segment) => segment !== "");
  if (
    segments.length > 1 ||
    url.search !== "" ||
    url.hash !== "" ||
    url.username !== "" ||
    url.password !== ""
  ) {
    return fail({
      code: "authority-has-extras",
      title: "The authority has more than scheme, host and tenant.",
      detail: `--authority is "${url.origin}${url.pathname}".`,
      fix: "Leave out everything after the tenant: https://login.microsoftonline.us/TENANT.",
    });
  }
  return succeed({ origin: url.origin, tenant: segments[0] ?? null });
}
