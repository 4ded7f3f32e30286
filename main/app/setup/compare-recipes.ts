import type { BothMeet, RecipeLine } from "../../../preload/contract.ts";
import {
  type ConditionalAccessAnswer,
  changePolicies,
  readPoliciesFromJson,
} from "../../core/conditional-access/index.ts";
import { type BaselineCell, cellOf } from "../../core/pair/baseline-rows.ts";
import { explain, type Tested } from "../../core/pair/predict.ts";
import type { BaselineSetting, Recipe } from "../../core/recipes/index.ts";
import { recipes } from "../../core/recipes/index.ts";
import { policiesOnEverything, setupNote } from "../../core/setup/index.ts";
import type { EvaluationInput } from "../../practice-tenant/index.ts";

/** Stand for apps that a recipe would make; Entra gives no such ids. */
const invented = {
  loginApi: "ffffffff-0000-4000-8000-0000000000d1",
  checkApi: "ffffffff-0000-4000-8000-0000000000d2",
  placeholder: "ffffffff-0000-4000-8000-0000000000d3",
} as const;

const basic = ["openid", "profile", "email"];

/**
 * What each lettered recipe would lead to in this tenant: the tenant's own policies are evaluated once more, with the recipe's apps,
 * scopes, exclusion and setting in place. Without policies it is what the recipe leads to by itself.
 *
 * @param today what both sign-ins meet now, and the recipe that they follow
 */
export function compareRecipes(
  tested: Tested,
  input: EvaluationInput | null,
  today: { readonly recipe: string | null; readonly meets: BothMeet | null },
): readonly RecipeLine[] {
  return recipes
    .filter(({ letter }) => letter !== null)
    .map((recipe) => ({
      name: recipe.name,
      today: recipe.name === today.recipe ? today.meets : null,
      after: input === null ? byItself(recipe) : (predicted(tested, input, recipe) ?? byItself(recipe)),
      isPredicted: input !== null,
    }));
}

/** What both sign-ins of an answer meet; null where one of them is not set up. */
export function meetsOf(answer: ConditionalAccessAnswer): BothMeet | null {
  const login = answer.signIns.find(({ id }) => id === "login-window");
  const check = answer.signIns.find(({ id }) => id === "password-check");
  return login === undefined || check === undefined
    ? null
    : { login: cellOf(login.verdict), check: cellOf(check.verdict) };
}

/** Under the setting that Entra has by itself since June 2026, or the only one that the recipe knows. */
function byItself({ outcomes }: Recipe): BothMeet {
  const setting: BaselineSetting = outcomes.enforced === null ? "placeholder" : "enforced";
  const outcome = outcomes[setting];
  const check: BaselineCell = outcome?.check === "clean" ? "no-mfa" : (outcome?.check ?? "depends");
  return { login: outcome?.login ?? "depends", check };
}

function predicted(tested: Tested, input: EvaluationInput, recipe: Recipe): BothMeet | null {
  const exempt = exemptApp(recipe);
  const apps = Object.values(invented).map((appId) => ({
    appId,
    displayName: null,
    identifierUris: [`api://${appId}`],
    attributes: new Map(),
  }));
  const answer = explain(
    tested,
    {
      ...input,
      policies: policiesAfter(input, exempt),
      facts: { ...input.facts, applications: [...(input.facts.applications ?? []), ...apps] },
      baselineScopes:
        recipe.name === "placeholder" ? { placeholder: invented.placeholder } : input.baselineScopes,
    },
    { login: scopesOf(recipe.scopes.login), check: scopesOf(recipe.scopes.check) },
  );
  return meetsOf(answer);
}

/** The policies that demand MFA on all resources leave the app out; where there is none, the recipe makes one. */
function policiesAfter({ policies }: EvaluationInput, exempt: string | null): EvaluationInput["policies"] {
  // What a set-up made goes with it: another recipe brings a policy of its own.
  const others = policies.filter(({ raw }) => !isOfSetUp(raw));
  const covering = policiesOnEverything(others.map(({ raw }) => raw));
  if (covering.length > 0 && exempt !== null) {
    const ids = new Set(covering.map(({ id }) => id));
    return changePolicies(
      others,
      others
        .filter(({ id }) => ids.has(id))
        .map(({ id }) => ({ kind: "exclude-application", policyId: id, appId: exempt })),
    );
  }
  if (covering.length > 0) return others;
  const made = readPoliciesFromJson(ownPolicy(exempt), { fileName: null });
  return made.ok ? [...others, ...made.value.policies] : others;
}

function isOfSetUp(raw: unknown): boolean {
  return typeof raw === "object" && raw !== null && "description" in raw && raw.description === setupNote;
}

function ownPolicy(exempt: string | null) {
  return {
    id: "ffffffff-0000-4000-8000-0000000000d9",
    displayName: "The policy of the recipe",
    state: "enabled",
    conditions: {
      clientAppTypes: ["all"],
      users: { includeUsers: ["All"] },
      applications: {
        includeApplications: ["All"],
        excludeApplications: exempt === null ? [] : [exempt],
      },
    },
    grantControls: { operator: "OR", builtInControls: ["mfa"] },
  };
}

function exemptApp({ name }: Recipe): string | null {
  if (name === "api-excluded" || name === "two-apis") return invented.checkApi;
  return name === "placeholder" || name === "custom-scope-2023" ? invented.placeholder : null;
}

function scopesOf(scope: Recipe["scopes"]["login"]): readonly string[] {
  if (scope === "plain") return basic;
  const app = scope === "login-api" ? invented.loginApi : invented.checkApi;
  return [`api://${app}/jamfconnect`, ...basic];
}
