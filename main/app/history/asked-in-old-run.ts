import type { Asked, LoginResult, Via } from "../../core/login-result.ts";
import { addressTenant } from "../../core/oidc/address-tenant.ts";

/** A result that was kept before results said what they asked (`asked`). A login said only how it got to the sign-in page. */
export type OldResult = Omit<LoginResult, "asked"> & { readonly through?: Via };

/** Longest name, id or address that a kept run may hold. */
const longest = 1000;

/**
 * What an old kept run asked, found out once, when it is read: from its recorded requests, of which the labels of the masked copy
 * are all that is left. Nobody else reads requests for this; newer runs say it themselves.
 */
export function askedInOldRun(result: OldResult, scenario: string | null): Asked {
  const sent = requestOf(result);
  const value = (name: string) => within(sent.get(name) ?? "");
  const address = addressOf(result);
  const isLogin = result.kind === "oidc";
  return {
    host: address === null ? "" : within(address.host),
    tenant: address === null ? null : orNull(within(addressTenant(address, isEntra(result)) ?? "")),
    client: value("client_id"),
    scopes: value("scope")
      .split(/\s+/)
      .filter((scope) => scope !== ""),
    resource: orNull(value("resource")),
    redirectUri: isLogin ? orNull(value("redirect_uri")) : null,
    person: orNull(value("username")),
    scenario,
    via: isLogin ? (result.through ?? "browser") : "direct",
  };
}

/** The parameters of the request that asked for the sign-in; none where the run did not get that far. */
function requestOf({ steps }: OldResult): URLSearchParams {
  for (const { request } of steps) {
    if (request === undefined) continue;
    const parameters = new URLSearchParams(`${request.line.split("?")[1] ?? ""}&${request.body}`);
    if (parameters.has("scope")) return parameters;
  }
  return new URLSearchParams();
}

function addressOf({ steps }: OldResult): URL | null {
  for (const { request } of steps) {
    const address = /^\S+ (https?:\/\/\S+)/.exec(request?.line ?? "")?.[1] ?? "";
    if (URL.canParse(address)) return new URL(address);
  }
  return null;
}

/** As profiles write it, also before Azure AD got its new name. */
function isEntra({ provider }: OldResult): boolean {
  return provider === "EntraID" || provider === "Azure";
}

function within(text: string): string {
  return text.length > longest ? "" : text;
}

function orNull(text: string): string | null {
  return text === "" ? null : text;
}
