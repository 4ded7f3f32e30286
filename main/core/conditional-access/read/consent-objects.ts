import { type Members, textOf, textsOf } from "./members.ts";

/** Delegated permissions that somebody granted to an app (`oAuth2PermissionGrant`). Ids are object ids of service principals, lower-cased. */
export type PermissionGrant = {
  readonly client: string;
  readonly resource: string;
  /** False where one person granted it for themselves. */
  readonly isForEverybody: boolean;
  /** Lower-cased. */
  readonly scopes: readonly string[];
};

/** What an app is in this tenant. Ids are lower-cased. */
export type ServicePrincipal = {
  readonly id: string;
  readonly appId: string;
  /** Whether people have to be assigned before they may sign in; null: not given. */
  readonly needsAssignment: boolean | null;
};

/** A home realm discovery policy as far as a password check of a federated person depends on it. */
export type HomeRealmPolicy = {
  readonly allowsCloudPassword: boolean;
  readonly isOrganizationDefault: boolean;
  /** Object ids of the service principals that it is for; null: not given. */
  readonly principals: readonly string[] | null;
};

/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export function permissionGrantOf(members: Members): PermissionGrant | null {
  const client = textOf(members.get("clientid"));
  const resource = textOf(members.get("resourceid"));
  const scope = textOf(members.get("scope"));
  if (client === null || resource === null || scope === null || !members.has("consenttype")) return null;
  return {
    client: client.toLowerCase(),
    resource: resource.toLowerCase(),
    isForEverybody: textOf(members.get("consenttype"))?.toLowerCase() === "allprincipals",
    scopes: scope
      .toLowerCase()
      .split(/\s+/u)
      .filter((name) => name !== ""),
  };
}

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal; an app registration has no such members. */
export function servicePrincipalOf(members: Members): ServicePrincipal | null {
  const id = textOf(members.get("id"));
  const appId = textOf(members.get("appid"));
  const isPrincipal = ["serviceprincipalnames", "approleassignmentrequired", "serviceprincipaltype"].some(
    (name) => members.has(name),
  );
  if (id === null || appId === null || !isPrincipal) return null;
  const required = members.get("approleassignmentrequired");
  return {
    id: id.toLowerCase(),
    appId: appId.toLowerCase(),
    needsAssignment: typeof required === "boolean" ? required : null,
  };
}

/**
 * `definition` is a list with one JSON text.
 * Source: https://learn.microsoft.com/graph/api/resources/homerealmdiscoverypolicy
 */
export function homeRealmPolicyOf(members: Members): HomeRealmPolicy | null {
  const definition = textsOf(members.get("definition"));
  if (!definition.some((text) => text.includes("HomeRealmDiscoveryPolicy"))) return null;
  const appliesTo = members.get("appliesto");
  return {
    allowsCloudPassword: definition.some((text) => /"AllowCloudPasswordValidation"\s*:\s*true/iu.test(text)),
    isOrganizationDefault: members.get("isorganizationdefault") === true,
    principals: Array.isArray(appliesTo) ? appliesTo.flatMap((each: unknown) => idIn(each)) : null,
  };
}

function idIn(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string"
    ? [value.id.toLowerCase()]
    : [];
}
