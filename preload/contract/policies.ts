import type { ConditionalAccessAnswer } from "../../main/core/conditional-access/answer/answer.ts";
import type { Finding } from "../../main/core/finding.ts";
import type { SettingsSource } from "../../main/core/profile/test-settings.ts";
import type { Recipe } from "../../main/core/recipes/recipe.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

/** Conditional Access policies that predictions rest on. */
export type PoliciesView = {
  readonly source: "practice" | "file";
  readonly fileName: string | null;
  readonly count: number;
  /** ISO 8601; null for the practice tenant, whose policies are always its own. */
  readonly loadedAt: string | null;
  readonly findings: readonly Finding[];
};

export type PoliciesCalls = {
  readonly "policies.current": Call<Nothing, PoliciesView | null>;
  /** Reads an export of Conditional Access policies; results of later tests carry what it predicts. */
  readonly "policies.load": Call<{ readonly file: FileHandle }, PoliciesView>;
  /** The JSON files of a folder, as one tenant's. What holds no policy is left out and said. */
  readonly "policies.loadFolder": Call<
    {
      readonly name: string;
      readonly files: readonly { readonly file: FileHandle; readonly path: string }[];
    },
    PoliciesView
  >;
  readonly "policies.clear": Call<Nothing, null>;
  /** Every loaded policy for both sign-ins of the open profile, with its reasons; null without policies. Problem: `provider-not-entra`. */
  readonly "policies.explain": Call<
    { readonly from: SettingsSource; readonly username: string | null },
    ConditionalAccessAnswer | null
  >;
  /** The ways to set up Jamf Connect with Conditional Access, by their letters. */
  readonly "recipes.list": Call<Nothing, readonly Recipe[]>;
  /** Puts the scopes of a recipe into the open profile, as one change that can be undone; the new view comes by `profile.changed`. */
  readonly "recipes.apply": Call<
    {
      readonly name: string;
      /** Application id, `api://…` or the whole scope; empty where the recipe needs none. */
      readonly loginApi: string;
      readonly checkApi: string;
    },
    null
  >;
};

export const policiesCalls: Names<PoliciesCalls> = {
  "policies.current": true,
  "policies.load": true,
  "policies.loadFolder": true,
  "policies.clear": true,
  "policies.explain": true,
  "recipes.list": true,
  "recipes.apply": true,
};
