import { randomInt } from "node:crypto";
import type { EndpointVersion } from "../errors/error-body.ts";
import type { Practice } from "../server/practice.ts";
import { findApplication } from "../sign-in/find-client.ts";
import { MICROSOFT_GRAPH } from "../sign-in/well-known.ts";
import type { TenantUser } from "../tenant/user.ts";
import { accessToken, grantedPermissions } from "./access-token.ts";
import type { Grant } from "./grant.ts";
import { idToken } from "./id-token.ts";

/** Entra's clocks: tokens start five minutes ago and live 60 to 90 minutes, at random. */
const BACKDATED_SECONDS = 300;

/**
 * The body of a successful token answer. v2 has numbers, v1 has strings and two fields more.
 *
 * @param clientInfo MSAL asks with `client_info=1` and gets the ids of person and tenant
 */
export async function tokenBody(
  practice: Practice,
  version: EndpointVersion,
  grant: Grant,
  user: TenantUser,
  options: { readonly clientInfo: boolean },
): Promise<Readonly<Record<string, unknown>>> {
  const now = Math.floor(practice.now() / 1_000);
  const seconds = randomInt(3_600, 5_400);
  const lifetime = { notBefore: now - BACKDATED_SECONDS, expires: now + seconds };
  const access = await accessToken(practice, grant, user, lifetime);
  const id = grant.target.oidcScopes.includes("openid")
    ? await idToken(practice, version, grant, user, lifetime)
    : null;
  const tenant = practice.tenant();
  const info = Buffer.from(JSON.stringify({ uid: user.id, utid: tenant.id })).toString("base64url");
  return {
    token_type: "Bearer",
    scope: scopeText(practice, grant, version),
    ...(version === "v2"
      ? { expires_in: seconds, ext_expires_in: seconds }
      : {
          expires_in: String(seconds),
          ext_expires_in: String(seconds),
          expires_on: String(lifetime.expires),
          not_before: String(lifetime.notBefore),
          resource: grant.target.resourceIdentifier,
        }),
    access_token: access,
    ...(id === null ? {} : { id_token: id }),
    ...(options.clientInfo ? { client_info: info } : {}),
  };
}

/** v2 repeats full scope names, Graph's with its address (the exact text for pure OIDC requests is uncertain). */
function scopeText(practice: Practice, grant: Grant, version: EndpointVersion): string {
  const api = findApplication(grant.target.resourceAppId, practice.tenant());
  const permissions = grantedPermissions(grant, api).filter(
    (name) => !grant.target.oidcScopes.includes(name),
  );
  if (version === "v1") return permissions.join(" ");
  const prefix =
    grant.target.resourceAppId === MICROSOFT_GRAPH
      ? "https://graph.microsoft.com"
      : grant.target.resourceIdentifier;
  const names = permissions.map((name) => `${prefix}/${name}`);
  const oidc =
    grant.target.resourceAppId === MICROSOFT_GRAPH
      ? grant.target.oidcScopes.filter((name) => name !== "offline_access")
      : [];
  return [...oidc, ...names].join(" ");
}
