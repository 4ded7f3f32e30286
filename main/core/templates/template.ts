import type { Provider } from "../provider.ts";
import type { RecipeName, RecipeOutcome } from "../recipes/index.ts";

export type BlankId =
  | "tenant"
  | "client-id"
  | "check-client-id"
  | "login-api"
  | "check-api"
  | "client-secret"
  | "discovery-url"
  | "check-discovery-url"
  | "host"
  | "scopes";

/** How an answer has to look. */
export type BlankForm = "tenant" | "guid" | "text" | "api-app" | "secret" | "url" | "host" | "scopes";

/** One thing that nobody but the admin knows. */
export type Blank = {
  readonly id: BlankId;
  readonly title: string;
  /** What the empty field shows: where the value is found, or what it looks like. */
  readonly hint: string;
  readonly form: BlankForm;
  /** What is taken when nothing is filled in; null where the profile lacks something without it. */
  readonly without: string | null;
};

/** What is known of a template without its settings. */
export type Template = {
  readonly id: string;
  /** The letter of its recipe. */
  readonly letter: string | null;
  readonly title: string;
  /** One line for the list. */
  readonly note: string;
  /** What it does, for who is about to use it. */
  readonly summary: string;
  readonly provider: Provider;
  /** Entra by recipe, or everything else. */
  readonly group: "recipe" | "other";
  readonly recipe: RecipeName | null;
  readonly advice: "recommended" | "outdated" | null;
  /** What the two sign-ins meet in a tenant of today; null where nothing tells. */
  readonly outcome: RecipeOutcome | null;
  readonly blanks: readonly Blank[];
  /** Where it is written that the settings look like this. */
  readonly source: string;
};

/** What a person filled in, by blank; what is left out or empty stays open. */
export type Answers = { readonly [id in BlankId]?: string };
