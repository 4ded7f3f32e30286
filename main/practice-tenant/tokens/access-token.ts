import { createHash, randomBytes } from "node:crypto";
import { SignJWT } from "jose";
import type { Practice } from "../server/practice.ts";
import { findApplication } from "../sign-in/find-client.ts";
import type { TenantApplication } from "../tenant/application.ts";
import type { TenantUser } from "../tenant/user.ts";
import {
  type Claims,
  commonClaims,
  issuer,
  type Lifetime,
  pairwiseSubject,
  roleClaims,
  v1PersonClaims,
} from "./claims.ts";
import type { Grant } from "./grant.ts";

/**
 * The access token. Its format follows the resource (`requestedAccessTokenVersion`), not the endpoint that was asked:
 * a new custom API gets v1 tokens until it asks for 2 (documented).
 */
export async function accessToken(
  practice: Practice,
  grant: Grant,
  user: TenantUser,
  lifetime: Lifetime,
): Promise<string> {
  const tenant = practice.tenant();
  const api = findApplication(grant.target.resourceAppId, tenant);
  const asV2 = api?.api.requestedAccessTokenVersion === 2;
  const scp = grantedPermissions(grant, api).join(" ");
  const version = asV2 ? "v2" : "v1";
  const claims: Claims = {
    aud: asV2 ? grant.target.resourceAppId : grant.target.resourceIdentifier,
    iss: issuer(practice.origin, tenant.id, version),
    ...commonClaims(user, tenant, lifetime),
    scp,
    sub: pairwiseSubject(user, grant.target.resourceAppId),
    ...(asV2
      ? {
          azp: grant.clientId,
          azpacr: grant.confidential ? "1" : "0",
          name: user.displayName,
          preferred_username: user.userPrincipalName,
          ver: "2.0",
        }
      : {
          acr: "1",
          appid: grant.clientId,
          appidacr: grant.confidential ? "1" : "0",
          ...v1PersonClaims(user, tenant, grant),
          ver: "1.0",
        }),
    ...roleClaims(user, grant.target.resourceAppId),
  };
  return signAccessToken(practice, grant.target.resourceAppId, claims);
}

/** Signs an access token the way its resource gets it: a registered API as a plain JWT, Microsoft's own as an opaque one. */
export async function signAccessToken(
  practice: Practice,
  resourceAppId: string,
  claims: Claims,
): Promise<string> {
  const key = await practice.keys.current();
  const token = new SignJWT({ ...claims });
  if (findApplication(resourceAppId, practice.tenant()) === null) return opaqueToken(token, key);
  return token
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: key.kid, x5t: key.kid })
    .sign(key.privateKey);
}

/**
 * A token for Microsoft Graph is for Graph alone: Entra signs it over a hashed `nonce` and sends the bare one, so
 * nobody else can verify it. A client that tries is wrong, and finds out here.
 */
async function opaqueToken(
  token: SignJWT,
  key: Awaited<ReturnType<Practice["keys"]["current"]>>,
): Promise<string> {
  const nonce = randomBytes(24).toString("base64url");
  const header = { typ: "JWT", alg: "RS256", kid: key.kid, x5t: key.kid };
  const signed = await token
    .setProtectedHeader({ ...header, nonce: hashedNonce(nonce) })
    .sign(key.privateKey);
  const [, payload, signature] = signed.split(".");
  const sent = Buffer.from(JSON.stringify({ ...header, nonce })).toString("base64url");
  return `${sent}.${payload ?? ""}.${signature ?? ""}`;
}

/** What stands in the signed header in place of the nonce that is sent. */
export function hashedNonce(nonce: string): string {
  return createHash("sha256").update(nonce).digest("base64url");
}

/** Permissions on the resource that the token carries; `.default` stands for all that the API exposes. */
export function grantedPermissions(grant: Grant, api: TenantApplication | null): readonly string[] {
  const { permissions, oidcScopes } = grant.target;
  if (api === null)
    return [
      ...oidcScopes.filter((scope) => scope !== "offline_access"),
      ...(permissions.length > 0 ? permissions : ["User.Read"]),
    ];
  return permissions.includes(".default")
    ? api.api.oauth2PermissionScopes.map((scope) => scope.value)
    : permissions;
}
