import type { Certainty, Finding } from "../../finding.ts";
import type { RecipeName } from "../../recipes/recipe-name.ts";
import type { Judgement } from "../judge/judgement.ts";
import type { Tri } from "../tri.ts";
import type { Cost } from "./cost.ts";

/** One condition of a policy in the answer. */
export type ConditionAnswer = Omit<Judgement, "text"> & { readonly text: string };

/** One policy for one sign-in, as the command prints it and the screen shows it. */
export type PolicyAnswer = {
  readonly id: string;
  readonly displayName: string;
  /** As the file spells it; null when the file has none. */
  readonly state: string | null;
  readonly applies: Tri;
  readonly because: readonly string[];
  /** For reading: `MFA`, `block`, `MFA or compliant device`. */
  readonly effect: string;
  /** What the policy demands of this sign-in if it applies. */
  readonly demands: {
    readonly mfa: Tri;
    readonly blocked: Tri;
    readonly deviceRequired: Tri;
    readonly lockout: Tri;
    /** What the demands themselves depend on, for example `device`. */
    readonly dependsOn: readonly string[];
  };
  readonly certainty: Certainty;
  /** The first condition that fails, in the names of Graph's What-If analysis. */
  readonly reason: string | null;
  readonly dependsOn: readonly string[];
  readonly conditions: readonly ConditionAnswer[];
  /** What the policy targets, for example `all resources, 2 excluded`. */
  readonly targets: string;
  /** Names and placeholders where ids belong. */
  readonly unresolved: readonly string[];
  /** `applies` under the other baseline-scope settings, where it differs. */
  readonly otherSettings: Readonly<Record<string, Tri>>;
};

export type VerdictAnswer = {
  readonly mfa: Tri;
  readonly blocked: Tri;
  readonly deviceRequired: Tri;
  readonly lockout: Tri;
  readonly text: string;
};

export type SignInAnswer = {
  readonly id: "login-window" | "password-check";
  /** App id of what policies are evaluated on; the App ID URI where the app id is not known. */
  readonly resource: string;
  readonly resourceName: string;
  /** Everything the sign-in asks for, when it is more than one resource. */
  readonly resources: readonly string[];
  /** Application (client) id of the profile. */
  readonly client: string | null;
  readonly clientAppTypes: readonly string[];
  readonly platforms: readonly string[];
  readonly scopes: readonly string[];
  readonly policies: readonly PolicyAnswer[];
  readonly verdict: VerdictAnswer;
  /**
   * AADSTS code that the request is answered although the password is right: of a refusal at either sign-in, of a
   * policy at the password check. null where it succeeds, where the login asks on its pages, and where nobody knows.
   */
  readonly code: number | null;
  /** The verdict under the other baseline-scope settings; `differs` when the answer is another one. */
  readonly otherSettings: readonly {
    readonly baselineScopes: string;
    readonly differs: boolean;
    readonly verdict: VerdictAnswer;
  }[];
};

/** The whole answer about a profile and a set of policies; a stable shape that other tools rely on. */
export type ConditionalAccessAnswer = {
  readonly signIns: readonly SignInAnswer[];
  readonly recipe: RecipeName | null;
  readonly findings: readonly Finding[];
  /** `enforced`, `legacy`, or the app id of the placeholder. */
  readonly baselineScopes: string;
  readonly cost: Cost | null;
};
