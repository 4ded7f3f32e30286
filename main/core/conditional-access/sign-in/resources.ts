import { MICROSOFT_GRAPH, WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import { appIdOf, type Scope, splitScope } from "./scopes.ts";
import type { BaselineScopes, SignIn } from "./sign-in.ts";
import type { SignInContext } from "./sign-in-context.ts";
import { BASELINE_SCOPES, LEGACY_BASELINE_SCOPES, RESOURCE_NAMES } from "./well-known.ts";

/** What policies are evaluated on: an app, or "only baseline scopes", which the tenant's setting turns into an app. */
export type Resource =
  | {
      readonly kind: "baseline";
      /** Whether one of them reads the directory (`User.Read`), and not only says who signs in (`openid`). */
      readonly readsDirectory: boolean;
    }
  | {
      readonly kind: "app";
      readonly appId: string | null;
      readonly uri: string | null;
      readonly name: string | null;
    };

/** Outer list: possibilities of which one holds (Graph's `.default` may or may not be baseline). Inner list: all count. */
export type RequestedResources = readonly (readonly Resource[])[];

/**
 * The resources that a sign-in reaches. Scopes of a custom API beside baseline scopes reach only the API; without
 * any other resource the request is for baseline scopes. A confidential client that asks for an ID token is a
 * resource itself.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps
 */
export function requestedResources(
  signIn: SignIn,
  facts: SignInContext,
  setting: BaselineScopes,
): RequestedResources {
  const own = ownResource(signIn, facts);
  return targets(signIn, facts, setting).map((resources) => [...resources, ...own]);
}

function targets(signIn: SignIn, facts: SignInContext, setting: BaselineScopes): RequestedResources {
  const scopes = signIn.scopes.map(splitScope).filter((scope) => scope.of === "resource");
  if (signIn.resource !== null) {
    const app = appResource(signIn.resource, facts);
    const directory = app.kind === "app" && (app.appId === MICROSOFT_GRAPH || app.appId === WINDOWS_AZURE_AD);
    if (!directory) return [[app]];
    // Without scopes the v1 endpoint means the permissions that were consented to, and nobody here knows these.
    if (scopes.length === 0) return [[{ kind: "baseline", readsDirectory: false }], [app]];
  }
  const custom = scopes.filter((scope) => !isDirectory(scope, facts));
  if (custom.length > 0) {
    const uris = new Map(custom.map((scope) => [(scope.uri ?? "").toLowerCase(), scope.uri]));
    return [[...uris.values()].map((uri) => appResource(uri, facts))];
  }
  const baseline = scopes
    .filter((scope) => scope.name !== ".default")
    .every((scope) => isBaseline(scope, signIn, facts, setting));
  const first = scopes[0];
  if (first === undefined) return [[{ kind: "baseline", readsDirectory: false }]];
  const app = appResource(first.uri, facts);
  if (!baseline) return [[app]];
  const named = scopes.filter((scope) => scope.name !== ".default");
  const only = { kind: "baseline", readsDirectory: named.length > 0 } as const;
  return named.length < scopes.length ? [[only], [app]] : [[only]];
}

/** Scopes of Microsoft Graph and of Azure AD Graph, the two resources that have baseline scopes. */
function isDirectory(scope: Scope, facts: SignInContext): boolean {
  const appId = appIdOf(scope.uri, facts);
  return appId === MICROSOFT_GRAPH || appId === WINDOWS_AZURE_AD;
}

function isBaseline(scope: Scope, signIn: SignIn, facts: SignInContext, setting: BaselineScopes): boolean {
  // The exemption before enforcement had a longer list for confidential clients than for native ones.
  if (setting !== "legacy" || signIn.confidential) return BASELINE_SCOPES.has(scope.name);
  if (LEGACY_BASELINE_SCOPES.has(scope.name)) return true;
  return scope.name === "people.read" && appIdOf(scope.uri, facts) === MICROSOFT_GRAPH;
}

function ownResource(signIn: SignIn, facts: SignInContext): readonly Resource[] {
  const asksForIdToken = signIn.scopes.some((scope) => scope.toLowerCase() === "openid");
  if (!signIn.confidential || signIn.clientId === null || !asksForIdToken) return [];
  return [appResource(signIn.clientId, facts)];
}

/** The app behind an App ID URI or app id; `null` is Microsoft Graph. */
export function appResource(uri: string | null, facts: SignInContext): Resource {
  const appId = appIdOf(uri, facts);
  return { kind: "app", appId, uri, name: appId === null ? null : nameOf(appId, facts) };
}

export function nameOf(appId: string, facts: SignInContext): string | null {
  const known = facts.applications?.find((app) => app.appId === appId)?.displayName;
  return known ?? RESOURCE_NAMES.get(appId) ?? null;
}

/** The app that baseline scopes count as under a setting; null under `legacy`, where they count as none in particular. */
export function baselineAudience(setting: BaselineScopes): string | null {
  if (setting === "legacy") return null;
  return setting === "enforced" ? WINDOWS_AZURE_AD : setting.placeholder.toLowerCase();
}
