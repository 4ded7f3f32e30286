import type { Recipe, RecipeName } from "../recipes/index.ts";

/** What a recipe can be set up together with. */
export type SetupAddition = "hash-sync-policy" | "security-attribute";

/** A policy of the tenant as it was read: `applications` is its whole `conditions.applications`, which a change sends back merged. */
export type ExistingPolicy = {
  readonly id: string;
  readonly displayName: string;
  readonly applications: Readonly<Record<string, unknown>>;
};

/** What is to be set up where; made by `readSetupRequest`, which refuses what no tenant could take. */
export type SetupRequest = {
  /** Id of the tenant, or one of its domains. */
  readonly tenant: string;
  readonly recipe: RecipeName;
  readonly additions: readonly SetupAddition[];
  /** Begins the name of every object that is made. */
  readonly name: string;
  /** Object id of the account that no policy may shut out; null where nobody gave one. */
  readonly breakGlass: string | null;
  /** Policies on all resources that exist already and have to exclude the app as well. */
  readonly policies: readonly ExistingPolicy[];
};

/**
 * One request to Microsoft Graph. `url` follows the address of Graph: `/v1.0/…` or `/beta/…`, encoded. `{name}` in it or in a text
 * of `body` stands for what an earlier step saved.
 */
export type GraphRequest = {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly body?: Readonly<Record<string, unknown>>;
};

/** One thing that has to be there. It is looked up first, and made or changed only where it is missing or differs. */
export type SetupStep = {
  /** Stable, kebab-case: `check-api-app`. */
  readonly id: string;
  readonly title: string;
  /** Least role of Entra ID that can do it. */
  readonly role: string;
  readonly lookUp: GraphRequest;
  /** What makes it; null where that is done by hand. */
  readonly create: GraphRequest | null;
  /** Sent when the found object differs from its body; null where nothing could differ. Never a policy's state. */
  readonly update: GraphRequest | null;
  /** Name of what later steps use → member of the found or made object. */
  readonly saves: Readonly<Record<string, string>>;
  /** What a person does, for a step by hand; null for the others. */
  readonly byHand: string | null;
  /** What carries a step by hand out in the practice tenant; null where there is nothing to carry out. */
  readonly press: GraphRequest | null;
};

/** Removes one object that carries the mark of the set-up; skipped where none is found. */
export type UndoStep = {
  readonly id: string;
  readonly title: string;
  readonly role: string;
  readonly lookUp: GraphRequest;
  readonly saves: Readonly<Record<string, string>>;
  readonly remove: GraphRequest;
};

/** A recipe as steps, with the way back. */
export type SetupPlan = {
  readonly request: SetupRequest;
  readonly recipe: Recipe;
  readonly steps: readonly SetupStep[];
  readonly undo: readonly UndoStep[];
  /** What the way back leaves behind, and why. */
  readonly left: readonly string[];
  /** Delegated permissions of Graph that the steps need. */
  readonly permissions: readonly string[];
  /** What has to be said before anybody runs it: a missing break-glass account, what the recipe hands out. */
  readonly cautions: readonly string[];
  /** What is printed at the end and pasted back: the profile's settings, with `{name}` for what was saved. */
  readonly prints: SetupPrints;
};

/** Settings of the profile that come out of a set-up; null where the recipe leaves one alone. */
export type SetupPrints = {
  readonly clientId: string | null;
  readonly loginScopes: string | null;
  readonly checkScopes: string | null;
};
