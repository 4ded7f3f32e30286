import type { LoginResult } from "../login-result.ts";

/**
 * What was asked, as far as the recorded requests show it: the host, and the first part of the path, which is the
 * tenant for Entra and tells issuers of one host apart elsewhere. Null where nothing was sent.
 */
export function testedTenant({ steps }: LoginResult): string | null {
  for (const { request } of steps) {
    const address = /^\S+ (https?:\/\/\S+)/.exec(request?.line ?? "")?.[1];
    if (address === undefined || !URL.canParse(address)) continue;
    const { host, pathname } = new URL(address);
    return `${host}/${pathname.split("/")[1] ?? ""}`.toLowerCase();
  }
  return null;
}
