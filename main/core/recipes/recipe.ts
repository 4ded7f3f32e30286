import type { RecipeName } from "./recipe-name.ts";

/** How a tenant treats sign-ins that ask for basic scopes only (`--baseline-scopes`). */
export type BaselineSetting = "legacy" | "enforced" | "placeholder";

/** What the two sign-ins meet. The check is wanted `clean`: its `mfa` is a 50076. */
export type RecipeOutcome = {
  readonly login: "mfa" | "no-mfa";
  readonly check: "clean" | "mfa" | "depends";
};

/** What a sign-in asks for: basic scopes, or an API app of the tenant. */
export type RecipeScope = "plain" | "login-api" | "check-api";

/** One way to set up Jamf Connect with Conditional Access, as it is known and as it is explained. */
export type Recipe = {
  readonly name: RecipeName;
  /** The letter that admins know it by; null for what is no recipe but is met all the same. */
  readonly letter: string | null;
  readonly title: string;
  readonly summary: string;
  /** What it leads to under each setting; null where it cannot be under that setting. */
  readonly outcomes: Readonly<Record<BaselineSetting, RecipeOutcome | null>>;
  readonly scopes: { readonly login: RecipeScope; readonly check: RecipeScope };
  readonly cost: string;
  /** What it hands to whoever has a password; null where it hands out nothing. */
  readonly caution: string | null;
  readonly steps: readonly string[];
  /** Name of the practice scenario that plays it. */
  readonly scenario: string;
  readonly certainty: "documented" | "inferred";
  readonly source: string;
};
