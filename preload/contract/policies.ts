import type {
  CheckPoint,
  ConditionalAccessAnswer,
  Headline,
  MatrixRow,
  Mentioned,
  PolicyChange,
  PolicyDetail,
  SignInAnswer,
} from "../../main/core/conditional-access/index.ts";
import type { Finding } from "../../main/core/finding.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { SettingsSource } from "../../main/core/profile/test-settings.ts";
import type { Recipe } from "../../main/core/recipes/recipe.ts";
import type { RecipeName } from "../../main/core/recipes/recipe-name.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

/** Conditional Access policies that predictions rest on. */
export type PoliciesView = {
  readonly source: "practice" | "file" | "graph";
  readonly fileName: string | null;
  readonly count: number;
  /** ISO 8601; null for the practice tenant, whose policies are always its own. */
  readonly loadedAt: string | null;
  readonly findings: readonly Finding[];
  /** What each file gave: policies, names for ids, or why it was refused. Empty for the practice tenant. */
  readonly files: readonly {
    readonly name: string;
    readonly policies: number;
    readonly names: number;
    readonly problem: Problem | null;
  }[];
};

/** Ids that the sign-in is not in, and `all` where it is in no others than those that are given. */
export type NotIn = readonly string[] | "all";

/** What is assumed about person, place and Mac, in the members of `--context`; what is left out stays open. */
export type Assumed = {
  readonly user?: string;
  readonly userType?: "member" | "guest" | "b2bCollaborationGuest" | "b2bCollaborationMember";
  readonly homeTenant?: string;
  readonly groups?: readonly string[];
  readonly roles?: readonly string[];
  readonly namedLocations?: readonly string[];
  readonly notIn?: {
    readonly users?: NotIn;
    readonly groups?: NotIn;
    readonly roles?: NotIn;
    readonly locations?: NotIn;
  };
  readonly ipAddress?: string;
  readonly country?: string;
  readonly trusted?: boolean;
  /** null: the request shows no platform. */
  readonly platform?: "macOS" | "windows" | "iOS" | "android" | "linux" | null;
  readonly clientAppType?: "browser" | "mobileAppsAndDesktopClients";
  /** null: Entra does not know the Mac. */
  readonly device?: { readonly isCompliant: boolean; readonly trustType: string | null } | null;
  readonly signInRisk?: "none" | "low" | "medium" | "high";
  readonly userRisk?: "none" | "low" | "medium" | "high";
  readonly insiderRisk?: "none" | "minor" | "moderate" | "elevated";
};

/** What a person assumes and wants to try; nothing of it touches the tenant or the profile. */
export type WhatIf = {
  readonly assumed: Assumed;
  /** `enforced`, `legacy`, or the app id of a placeholder; null for the tenant's own setting. */
  readonly baselineScopes: string | null;
  readonly changes: readonly PolicyChange[];
  /** Scopes in place of the profile's, separated by blanks; null for those of the profile. */
  readonly scopes: { readonly login: string | null; readonly check: string | null };
};

/** A row with the words of its cells today, where what is tried changes them. */
export type MatrixRowView = MatrixRow & {
  readonly before: null | { readonly login: string | null; readonly check: string | null };
};

/** Policies by sign-ins: the answer for both, and what each policy has to do with it. */
export type MatrixView = {
  readonly headline: Headline;
  /** The answer of today; null while nothing is tried. */
  readonly before: null | { readonly headline: Headline; readonly recipe: RecipeName | null };
  readonly rows: readonly MatrixRowView[];
  readonly recipe: RecipeName | null;
  readonly baselineScopes: string;
  readonly tenantBaselineScopes: string;
  readonly signIns: readonly {
    readonly id: SignInAnswer["id"];
    readonly scopes: readonly string[];
    readonly resource: string;
    readonly resourceName: string;
    /** What another baseline-scope setting would make of it, where that is another answer. */
    readonly otherSettings: readonly { readonly setting: string; readonly text: string }[];
  }[];
  readonly mentioned: Mentioned;
  readonly findings: readonly Finding[];
  readonly cost: string | null;
  /** What has to be so in the app registrations; the points are open where none were loaded. */
  readonly checklist: readonly CheckPoint[];
};

/** Which sign-ins are asked about, and under what. */
export type MatrixInput = {
  readonly from: SettingsSource;
  readonly username: string | null;
  readonly whatIf: WhatIf;
};

export type PoliciesCalls = {
  readonly "policies.current": Call<Nothing, PoliciesView | null>;
  /**
   * Reads files as one tenant's: exports of Conditional Access policies, and what gives names to the ids in them. Results of later
   * tests carry what they predict. What holds nothing of use is left out and said; without any policy nothing changes.
   */
  readonly "policies.load": Call<
    {
      /** Of the file, or of the folder that holds them. */
      readonly name: string;
      readonly files: readonly { readonly file: FileHandle; readonly path: string }[];
      /** True to keep what was loaded before. */
      readonly adds: boolean;
    },
    PoliciesView
  >;
  readonly "policies.clear": Call<Nothing, null>;
  /** Every loaded policy by both sign-ins of the open profile; null without policies. Problems: `provider-not-entra`, `wrong-context`. */
  readonly "policies.matrix": Call<MatrixInput, MatrixView | null>;
  /** The whole answer, as `conditional-access --json` prints it; null without policies. */
  readonly "policies.explain": Call<MatrixInput, ConditionalAccessAnswer | null>;
  /**
   * The whole answer as a document: saved where the host has dialogs, else kept for the page to download. Masked unless said; null
   * without policies, and when the person cancelled.
   */
  readonly "policies.export": Call<
    MatrixInput & { readonly format: "markdown" | "json"; readonly isMasked: boolean },
    {
      readonly fileName: string;
      readonly savedTo: string | null;
      readonly download: FileHandle | null;
    } | null
  >;
  /** One policy with all its conditions; null where there is no such policy. */
  readonly "policies.detail": Call<MatrixInput & { readonly policyId: string }, PolicyDetail | null>;
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
  "policies.clear": true,
  "policies.matrix": true,
  "policies.explain": true,
  "policies.export": true,
  "policies.detail": true,
  "recipes.list": true,
  "recipes.apply": true,
};
