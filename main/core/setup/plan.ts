import { fail, type Result, succeed } from "../problem.ts";
import { basicScopes, findRecipe, type Recipe } from "../recipes/index.ts";
import { type ObjectNames, objectNames } from "./object-names.ts";
import type { SetupPlan, SetupPrints, SetupRequest, SetupStep } from "./setup-plan.ts";
import { type AppKey, apiAppSteps, apiScope, clientSteps } from "./steps/applications.ts";
import { baselineStep } from "./steps/baseline.ts";
import { consentSteps } from "./steps/consent.ts";
import { homeRealmSteps } from "./steps/home-realm.ts";
import {
  type Exemption,
  exclusionStep,
  otherPoliciesStep,
  ownPolicySteps,
  switchOnStep,
} from "./steps/policy.ts";
import { securityAttributeSteps } from "./steps/security-attribute.ts";
import { leftBehind, undoSteps } from "./undo.ts";

/** Which apps a recipe needs beside the client, and which of them the policy leaves out. */
type Parts = { readonly apps: readonly AppKey[]; readonly exempt: AppKey | null };

/** The steps of a recipe for this tenant, and the way back. Problem: `recipe-unknown`. */
export function setUp(request: SetupRequest): Result<SetupPlan> {
  const recipe = findRecipe(request.recipe);
  if (recipe === null)
    return fail({
      code: "recipe-unknown",
      title: `There is no recipe ${JSON.stringify(request.recipe)}.`,
      detail: "Nothing has been made.",
      fix: "Choose one of the recipes that are listed.",
    });
  const names = objectNames(request.name);
  const parts = partsOf(recipe);
  const isText = recipe.name === "per-user-mfa";
  return succeed({
    request,
    recipe,
    steps: isText ? [] : stepsOf(request, parts, names),
    undo: isText ? [] : undoSteps(request, names, parts.apps),
    left: isText ? [] : leftBehind(request, parts.apps),
    permissions: isText ? [] : permissionsOf(request),
    cautions: cautionsOf(request, recipe),
    prints: printsOf(recipe, isText),
  });
}

function partsOf(recipe: Recipe): Parts {
  if (recipe.name === "api-excluded") return { apps: ["checkApi"], exempt: "checkApi" };
  if (recipe.name === "two-apis") return { apps: ["loginApi", "checkApi"], exempt: "checkApi" };
  if (recipe.name === "placeholder" || recipe.name === "custom-scope-2023")
    return { apps: ["loginApi", "placeholder"], exempt: "placeholder" };
  return { apps: [], exempt: null };
}

const appTitles = {
  loginApi: { id: "login-api", what: "the login API" },
  checkApi: { id: "check-api", what: "the check API" },
  placeholder: { id: "placeholder", what: "the placeholder app" },
} as const;

function stepsOf(request: SetupRequest, parts: Parts, names: ObjectNames): readonly SetupStep[] {
  const apis = parts.apps.filter((key) => key !== "placeholder");
  const byAttribute = request.additions.includes("security-attribute");
  const exemption: Exemption =
    parts.exempt === null ? null : { app: parts.exempt, by: byAttribute ? "attribute" : "id" };
  return [
    ...parts.apps.flatMap((key) =>
      key === "client" ? [] : apiAppSteps(key, appTitles[key].id, appTitles[key].what, names[key]),
    ),
    ...clientSteps(names.client, apis),
    ...consentSteps(apis),
    ...(parts.exempt !== null && byAttribute ? securityAttributeSteps(parts.exempt) : []),
    ...(request.additions.includes("hash-sync-policy") ? homeRealmSteps(names.homeRealmPolicy) : []),
    ...policySteps(request, names, exemption),
  ];
}

/** Policies that demand MFA already are changed; where none is known, one is made and switched on by hand. */
function policySteps(request: SetupRequest, names: ObjectNames, exemption: Exemption): readonly SetupStep[] {
  const baseline = request.recipe === "placeholder" ? [baselineStep] : [];
  if (request.policies.length > 0) {
    const exclusions =
      exemption === null
        ? []
        : request.policies.map((policy, index) => exclusionStep(policy, exemption.app, index + 1));
    return [...baseline, ...exclusions];
  }
  const what = exemption === null || exemption.app === "client" ? null : appTitles[exemption.app].what;
  return [
    ...ownPolicySteps(names.policy, exemption, request.breakGlass),
    ...baseline,
    ...(what === null ? [] : [otherPoliciesStep(what)]),
    switchOnStep(names.policy),
  ];
}

function permissionsOf({ additions }: SetupRequest): readonly string[] {
  return [
    "Application.ReadWrite.All",
    "DelegatedPermissionGrant.ReadWrite.All",
    "Policy.Read.All",
    "Policy.ReadWrite.ConditionalAccess",
    ...(additions.includes("hash-sync-policy") ? ["Policy.ReadWrite.ApplicationConfiguration"] : []),
    ...(additions.includes("security-attribute")
      ? ["CustomSecAttributeDefinition.ReadWrite.All", "CustomSecAttributeAssignment.ReadWrite.All"]
      : []),
  ];
}

/** Said while nobody has named the account that no policy may shut out. */
export const breakGlassCaution =
  "Name a break-glass account before you turn the policy on. Without one, a mistake can lock everybody out, administrators too.";

function cautionsOf(request: SetupRequest, recipe: Recipe): readonly string[] {
  const cautions: string[] = [];
  if (recipe.name === "custom-scope-2023") cautions.push(`This recipe is outdated. ${recipe.cost}`);
  if (recipe.caution !== null) cautions.push(recipe.caution);
  if (request.additions.includes("security-attribute"))
    cautions.push(
      "The attribute exempts the app that carries it, whatever that app is asked for. On the public client, as the guide of 2023 had it, it does nothing any more.",
    );
  if (request.breakGlass === null && request.policies.length === 0 && recipe.name !== "per-user-mfa")
    cautions.push(breakGlassCaution);
  return cautions;
}

/** Scopes in the form that Jamf documents, joined with plus signs. */
function printsOf({ scopes }: Recipe, isText: boolean): SetupPrints {
  if (isText) return { clientId: null, loginScopes: null, checkScopes: null };
  const of = (key: AppKey): string => `api://{${key}AppId}/${apiScope.value}+${basicScopes}`;
  return {
    clientId: "{clientAppId}",
    loginScopes: scopes.login === "login-api" ? of("loginApi") : basicScopes,
    checkScopes: scopes.check === "check-api" ? of("checkApi") : basicScopes,
  };
}
