import { MICROSOFT_GRAPH } from "../../microsoft-apps.ts";
import type { KnownApplication } from "./sign-in-context.ts";
import { MICROSOFT_URIS } from "./well-known.ts";

/** A scope split into the resource it is of and its name there. */
export type Scope = {
  /** `oidc` for openid, profile, email, offline_access, which belong to no resource. */
  readonly of: "oidc" | "resource";
  /** Lower-cased name, for example `user.read` or `.default`. */
  readonly name: string;
  /** App ID URI or app id as written, without a slash at the end; null for a scope without one (Microsoft Graph). */
  readonly uri: string | null;
};

/** The apps of a tenant, as far as App ID URIs need them. */
type Applications = {
  readonly applications?: readonly Pick<KnownApplication, "appId" | "identifierUris">[];
};

const OIDC = new Set(["openid", "profile", "email", "offline_access"]);
const GUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/giu;

/** Splits one scope. `api://APP/jamfconnect` is the scope `jamfconnect` of `api://APP`; a bare `User.Read` is Graph's. */
export function splitScope(written: string): Scope {
  const lower = written.toLowerCase();
  if (OIDC.has(lower)) return { of: "oidc", name: lower, uri: null };
  const slash = written.lastIndexOf("/");
  const scheme = written.indexOf("://");
  if (slash < 0) return { of: "resource", name: lower, uri: null };
  // `api://APP` without a scope name still names the resource.
  if (scheme >= 0 && slash <= scheme + 2) return { of: "resource", name: "", uri: written };
  return { of: "resource", name: lower.slice(slash + 1), uri: written.slice(0, slash).replace(/\/+$/u, "") };
}

/**
 * The app id that an App ID URI stands for: Microsoft's own ones by table, the tenant's by `facts.applications`, and
 * `api://GUID` by the id inside it (Entra's default form). null when nobody can tell.
 */
export function appIdOf(uri: string | null, facts: Applications): string | null {
  if (uri === null) return MICROSOFT_GRAPH;
  const lower = uri.toLowerCase();
  const known =
    MICROSOFT_URIS.get(lower) ?? facts.applications?.find((app) => app.identifierUris.includes(lower))?.appId;
  if (known !== undefined) return known;
  const body = lower.replace(/^api:\/\//u, "");
  const guids = body.match(GUID);
  const last = guids?.at(-1);
  // `api://GUID`, a bare GUID, or `api://TENANT/GUID`; anything else beside the id makes the id a guess.
  const onlyIds = body.replace(GUID, "").replace(/\//gu, "") === "";
  return onlyIds && last !== undefined ? last : null;
}

/**
 * The resources that scopes name, one entry each: the app id, or the App ID URI where the app id is not known. Two or
 * more are one too many: Entra issues a token for one resource at a time (AADSTS28000). `openid` and its kin name none.
 *
 * Source: https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow ("all from a single resource")
 */
export function resourcesNamedBy(scopes: readonly string[], facts: Applications): readonly string[] {
  const named = new Set<string>();
  for (const written of scopes) {
    const scope = splitScope(written);
    if (scope.of === "resource") named.add(appIdOf(scope.uri, facts) ?? (scope.uri ?? "").toLowerCase());
  }
  return [...named];
}
