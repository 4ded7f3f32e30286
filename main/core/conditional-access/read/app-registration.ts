import { type Members, membersOf, textOf, textsOf } from "./members.ts";

/** An app registration as far as Jamf Connect depends on it. */
export type AppRegistration = {
  /** Lower-cased. */
  readonly appId: string;
  readonly displayName: string | null;
  /** Scopes that it exposes and that are on: id and value, lower-cased. */
  readonly scopes: readonly { readonly id: string; readonly value: string }[];
  readonly allowsPublicFlows: boolean;
  /** Redirect URIs under Mobile and desktop applications. */
  readonly publicRedirects: readonly string[];
  /** Redirect URIs of all platforms. */
  readonly redirects: readonly string[];
  /** Permissions that it asks for: app id of the resource, and ids of its scopes, lower-cased. */
  readonly asksFor: readonly { readonly resource: string; readonly ids: readonly string[] }[];
  /** Values of its app roles. */
  readonly roles: readonly string[];
};

/**
 * Reads Graph's `application`; null for a service principal and for everything else.
 * Source: https://learn.microsoft.com/graph/api/resources/application
 */
export function appRegistrationOf(members: Members): AppRegistration | null {
  const appId = textOf(members.get("appid"));
  const isRegistration = ["publicclient", "isfallbackpublicclient", "requiredresourceaccess"].some((name) =>
    members.has(name),
  );
  if (appId === null || !isRegistration) return null;
  const redirectsOf = (platform: string): readonly string[] =>
    textsOf(membersOf(members.get(platform))?.get("redirecturis"));
  const publicRedirects = redirectsOf("publicclient");
  return {
    appId: appId.toLowerCase(),
    displayName: textOf(members.get("displayname")),
    scopes: listOf(membersOf(members.get("api"))?.get("oauth2permissionscopes"))
      .filter((scope) => scope.get("isenabled") !== false)
      .map((scope) => ({
        id: (textOf(scope.get("id")) ?? "").toLowerCase(),
        value: (textOf(scope.get("value")) ?? "").toLowerCase(),
      })),
    allowsPublicFlows: members.get("isfallbackpublicclient") === true,
    publicRedirects,
    redirects: [...publicRedirects, ...redirectsOf("web"), ...redirectsOf("spa")],
    asksFor: listOf(members.get("requiredresourceaccess")).map((access) => ({
      resource: (textOf(access.get("resourceappid")) ?? "").toLowerCase(),
      ids: listOf(access.get("resourceaccess")).map((each) => (textOf(each.get("id")) ?? "").toLowerCase()),
    })),
    roles: listOf(members.get("approles")).flatMap((role) => textOf(role.get("value")) ?? []),
  };
}

function listOf(value: unknown): readonly Members[] {
  return Array.isArray(value) ? value.map(membersOf).filter((each) => each !== null) : [];
}
