import { MICROSOFT_GRAPH, WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import type { RecipeName } from "../../recipes/recipe-name.ts";
import type { SignInEvaluation } from "../evaluate-sign-in.ts";
import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import { judgeApp } from "../judge/target.ts";
import type { ApplicationConditions } from "../policy.ts";
import { appResource, type Resource } from "../sign-in/resources.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";

type App = Extract<Resource, { kind: "app" }>;

/**
 * Which recipe a profile and its policies follow; null when they follow none of them.
 * Looks at the policies that demand MFA, are in force and are not tied to risk, location or another condition that
 * may or may not hold; among these at those for everybody, if there are any.
 */
export function recipeOf(
  login: SignInEvaluation,
  check: SignInEvaluation,
  facts: SignInContext,
): RecipeName | null {
  // Half a policy follows no recipe that anybody could name.
  if ([login, check].some(lostParts)) return null;
  const atLogin = steady(login);
  const known = new Set(atLogin.map((each) => each.policy));
  const demanding = [...atLogin, ...steady(check).filter((each) => !known.has(each.policy))];
  if (demanding.length === 0) return withoutDemand(login, check, facts);
  const targets = demanding
    .map((each) => each.policy.conditions.applications)
    .filter((each) => each !== null);
  const all = targets.filter((each) => each.include.everything);
  const loginApi = customApi(login);
  const checkApi = customApi(check);
  if (checkApi !== null && all.length > 0 && all.every((each) => excludes(each, checkApi, facts))) {
    return loginApi !== null && !same(loginApi, checkApi) ? "two-apis" : "api-excluded";
  }
  if (all.some((each) => !excludesAnything(each))) return "simple";
  if (loginApi !== null && checkApi === null) {
    const placeholder = placeholderOf(login, facts);
    const exempt =
      placeholder !== null && all.length > 0 && all.every((each) => excludes(each, placeholder, facts));
    return exempt ? "placeholder" : "custom-scope-2023";
  }
  return byVerdict(login, check, facts);
}

function withoutDemand(
  login: SignInEvaluation,
  check: SignInEvaluation,
  facts: SignInContext,
): RecipeName | null {
  if (isOutside(facts)) return "per-user-mfa";
  return byVerdict(login, check, facts);
}

function byVerdict(
  login: SignInEvaluation,
  check: SignInEvaluation,
  facts: SignInContext,
): RecipeName | null {
  const [atLogin, atCheck] = [login.verdict.mfa, check.verdict.mfa];
  if (atLogin === "no" && atCheck === "no") return [login, check].some(leadsOutside) ? null : "none";
  if (isOutside(facts)) return "per-user-mfa";
  return atLogin === "yes" && atCheck === "yes" ? "simple" : null;
}

/** Per-user MFA and security defaults both ask outside the policies. */
function isOutside({ mfaOutsidePolicies }: SignInContext): boolean {
  return mfaOutsidePolicies === true || mfaOutsidePolicies === "when-necessary";
}

/** A policy that may be in force, and of which the export lost something. */
function lostParts({ policies }: SignInEvaluation): boolean {
  return policies.some(
    ({ policy, applies }) =>
      policy.lost.length > 0 && applies !== "no" && (policy.state === "enabled" || policy.state === null),
  );
}

/** A policy in force sends people to another provider, mostly for MFA that Entra does not count as its own. */
function leadsOutside({ policies }: SignInEvaluation): boolean {
  return policies.some(
    ({ policy, applies }) =>
      policy.state === "enabled" &&
      applies !== "no" &&
      policy.grant?.items.some(({ kind }) => kind === "customAuthenticationFactor"),
  );
}

/** Policies in force that demand MFA whenever the user and the resource are right; those for everybody first. */
function steady(evaluation: SignInEvaluation): readonly PolicyEvaluation[] {
  const found = evaluation.policies.filter((each) => {
    if (each.policy.state !== "enabled" || each.effect.mfa === "no") return false;
    return each.conditions.every((one) => {
      if (one.condition === "application" || one.condition === "notEnoughInformation") return true;
      return one.condition === "users" ? one.outcome !== "no" : one.outcome === "yes";
    });
  });
  const forEverybody = found.filter((each) => each.policy.conditions.users?.include.everyone === true);
  return forEverybody.length > 0 ? forEverybody : found;
}

/** The tenant's own API that a sign-in asks for, if it asks for one. */
function customApi(evaluation: SignInEvaluation): App | null {
  const first = evaluation.resources[0]?.[0];
  if (first === undefined || first.kind !== "app") return null;
  return first.appId === MICROSOFT_GRAPH || first.appId === WINDOWS_AZURE_AD ? null : first;
}

function same(a: App, b: App): boolean {
  return a.appId === null || b.appId === null
    ? a.uri?.toLowerCase() === b.uri?.toLowerCase()
    : a.appId === b.appId;
}

function placeholderOf(evaluation: SignInEvaluation, facts: SignInContext): App | null {
  const { baselineScopes } = evaluation;
  if (typeof baselineScopes === "string") return null;
  const app = appResource(baselineScopes.placeholder, facts);
  return app.kind === "app" ? app : null;
}

function excludes(applications: ApplicationConditions, app: App, facts: SignInContext): boolean {
  return judgeApp(app, applications, facts).outcome !== "yes";
}

/** True when the policy has a resource exclusion, which before enforcement let baseline sign-ins through. */
export function excludesAnything(applications: ApplicationConditions): boolean {
  const { exclude, filter } = applications;
  return exclude.ids.keys.size > 0 || exclude.office365 || exclude.adminPortals || filter?.mode === "exclude";
}
