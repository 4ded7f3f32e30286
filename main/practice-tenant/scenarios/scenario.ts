import type { Outcome } from "../../core/login-result.ts";
import type { Tenant, TenantFile } from "../tenant/schema.ts";

/** What the two sign-ins end with for `accounts[0]`, the right password and the code where one is asked. */
export type ExpectedSignIns = {
  readonly login: Outcome;
  readonly check: Outcome;
  /** AADSTS code of the answer, null for a success. */
  readonly loginCode: number | null;
  readonly checkCode: number | null;
  /** Whether a second factor is demanded. */
  readonly loginMfa: boolean;
  readonly checkMfa: boolean;
};

/** How MFA, login and password check are set up, in the words of the recipes. */
export type Recipe =
  | "none"
  | "per-user-mfa"
  | "simple"
  | "custom-scope-2023"
  | "api-excluded"
  | "two-apis"
  | "placeholder";

/** Headings under which lists of scenarios show them. */
export type ScenarioGroup =
  | "Where MFA comes from"
  | "Recipes"
  | "Controls and conditions"
  | "App registration and service"
  | "Accounts"
  | "Who checks the password";

/** One line of `practice-tenant --list`. */
export type ScenarioSummary = {
  readonly name: string;
  /** A few words, for a list. */
  readonly title: string;
  readonly group: ScenarioGroup;
  /** What happened before, and what the two sign-ins get to see: two lines. */
  readonly story: string;
  /** Sources leave open whether Entra answers so; the practice tenant does what is likeliest. */
  readonly isUncertain?: true;
  /** How the tenant is set up, also where the story is about something else. */
  readonly recipe: Recipe;
  readonly expected: ExpectedSignIns;
};

/** A scenario as its data file holds it; the list of all files says which group a file is. */
export type ScenarioFile = Omit<ScenarioSummary, "group"> & { readonly tenant: TenantFile };

/** A scenario ready to start. */
export type Scenario = ScenarioSummary & { readonly tenant: Tenant };

/** Expectations with the usual values filled in: no code, no second factor. */
export function signIns(
  given: Pick<ExpectedSignIns, "login" | "check"> & Partial<ExpectedSignIns>,
): ExpectedSignIns {
  return { loginCode: null, checkCode: null, loginMfa: false, checkMfa: false, ...given };
}

/** The same end for both sign-ins. */
export function atBoth(outcome: Outcome, code: number | null = null): ExpectedSignIns {
  return signIns({ login: outcome, check: outcome, loginCode: code, checkCode: code });
}
