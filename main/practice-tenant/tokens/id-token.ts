import { SignJWT, UnsecuredJWT } from "jose";
import type { Practice } from "../server/practice.ts";
import { findApplication } from "../sign-in/find-client.ts";
import type { TenantUser } from "../tenant/user.ts";
import {
  type Claims,
  commonClaims,
  groupClaims,
  issuer,
  type Lifetime,
  pairwiseSubject,
  roleClaims,
  v1PersonClaims,
} from "./claims.ts";
import type { Grant } from "./grant.ts";

/**
 * The ID token of a v2 or v1 request. v2 tokens say nothing about how the person signed in: neither `amr` nor `acr`
 * (https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference); only v1 tokens do.
 */
export async function idToken(
  practice: Practice,
  version: "v1" | "v2",
  grant: Grant,
  user: TenantUser,
  lifetime: Lifetime,
): Promise<string> {
  const tenant = practice.tenant();
  const app = findApplication(grant.clientId, tenant) ?? findApplication(tenant.practice.loginClient, tenant);
  const appId = app?.appId ?? grant.clientId;
  const claims: Claims = {
    aud: grant.clientId,
    iss: issuer(practice.origin, tenant.id, version),
    ...commonClaims(user, tenant, lifetime),
    ...(grant.nonce === null ? {} : { nonce: grant.nonce }),
    sub: pairwiseSubject(user, appId),
    ...(version === "v1"
      ? { ...v1PersonClaims(user, tenant, grant), ver: "1.0" }
      : { ...v2PersonClaims(user, grant), ver: "2.0" }),
    ...roleClaims(user, appId),
    ...groupClaims(user, (app?.groupMembershipClaims ?? "None") !== "None", practice.origin),
  };
  if (version === "v1" && tenant.unsignedV1IdTokens && !grant.confidential)
    return new UnsecuredJWT({ ...claims }).encode();
  const key = await practice.keys.current();
  return new SignJWT({ ...claims })
    .setProtectedHeader({ typ: "JWT", alg: "RS256", kid: key.kid })
    .sign(key.privateKey);
}

function v2PersonClaims(user: TenantUser, grant: Grant): Claims {
  const asked = new Set(grant.target.oidcScopes);
  return {
    ...(asked.has("profile") ? { name: user.displayName, preferred_username: user.userPrincipalName } : {}),
    ...(asked.has("email") && user.mail !== undefined ? { email: user.mail } : {}),
  };
}
