import type { Finding } from "../../finding.ts";
import type { SignInEvaluation } from "../evaluate-sign-in.ts";
import type { ConditionalAccessPolicy } from "../policy.ts";
import type { BaselineScopes, SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";

export type ExplainInput = {
  readonly policies: readonly ConditionalAccessPolicy[];
  /** null: the profile has no settings for the login window. */
  readonly login: SignIn | null;
  /** null: the profile has no settings for the password check. */
  readonly check: SignIn | null;
  readonly facts: SignInContext;
  readonly baselineScopes: BaselineScopes;
  readonly macs: number | null;
  /** `PasswordPolicies.NetworkCheck` of the profile or of the context, in minutes. */
  readonly checkMinutes: number | null;
  /** Findings of the readers of policies and context, passed on. */
  readonly inputFindings: readonly Finding[];
};

/** Both sign-ins evaluated under the tenant's setting and, where it matters, under the other settings. */
export type Evaluated = { readonly now: SignInEvaluation; readonly others: readonly SignInEvaluation[] };
