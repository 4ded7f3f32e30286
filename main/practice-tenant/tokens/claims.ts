import { createHash, randomBytes } from "node:crypto";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Grant } from "./grant.ts";

export type Claims = Readonly<Record<string, unknown>>;
/** Seconds since 1970. Entra dates its tokens five minutes back, for clocks that are behind. */
export type Lifetime = { readonly notBefore: number; readonly expires: number };

/** Issuer of the practice tenant. The trailing slash of v1 is Entra's. */
export function issuer(origin: string, tenantId: string, version: "v1" | "v2"): string {
  return version === "v1" ? `${origin}/${tenantId}/` : `${origin}/${tenantId}/v2.0`;
}

/** Claims that every Entra token carries. */
export function commonClaims(user: TenantUser, tenant: Tenant, lifetime: Lifetime): Claims {
  return {
    iat: lifetime.notBefore,
    nbf: lifetime.notBefore,
    exp: lifetime.expires,
    oid: user.id,
    tid: tenant.id,
    rh: `1.${randomBytes(24).toString("base64url")}.`,
    uti: randomBytes(16).toString("base64url"),
    aio: randomBytes(32).toString("base64url"),
  };
}

/** `sub` is pairwise: the same person is somebody else to every app. */
export function pairwiseSubject(user: TenantUser, appId: string): string {
  return createHash("sha256").update(`${user.id}|${appId}`).digest("base64url");
}

/** Claims that only v1 tokens carry, with how the person signed in. */
export function v1PersonClaims(user: TenantUser, tenant: Tenant, grant: Grant): Claims {
  return {
    amr: grant.amr,
    ...(user.surname === undefined ? {} : { family_name: user.surname }),
    ...(user.givenName === undefined ? {} : { given_name: user.givenName }),
    ipaddr: tenant.network.ipAddress,
    name: user.displayName,
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
  };
}

/** Values of the app roles that the user has in one app; nothing where there are none. An assignment may be without a role. */
export function roleClaims(user: TenantUser, appId: string): Claims {
  const roles = user.appRoles
    .filter((role) => role.appId === appId)
    .map((role) => role.value)
    .filter((value) => value !== "");
  return roles.length === 0 ? {} : { roles };
}

/** Entra names at most 200 groups in a JWT and sends a pointer to Graph for more ("groups overage"). */
export const GROUPS_IN_A_TOKEN = 200;

/** Ids of the groups, or where to ask for them; nothing unless the app registration wants them. */
export function groupClaims(user: TenantUser, wanted: boolean, graph: string): Claims {
  if (!wanted || user.groups.length === 0) return {};
  if (user.groups.length <= GROUPS_IN_A_TOKEN) return { groups: user.groups };
  return {
    _claim_names: { groups: "src1" },
    _claim_sources: { src1: { endpoint: `${graph}/v1.0/users/${user.id}/getMemberObjects` } },
  };
}
