import {
  evaluateSignIn,
  readPoliciesFromJson,
  type SignInEvaluation,
  unmetControls,
} from "../../core/conditional-access/index.ts";
import { WINDOWS_AZURE_ACTIVE_DIRECTORY } from "../sign-in/well-known.ts";
import type { Tenant } from "../tenant/schema.ts";
import { demandsOf, type NamedDemand, NOTHING_DONE, type Progress } from "./demands.ts";
import { signInContextOf } from "./sign-in-context.ts";
import { evaluatorSignIn, type SignInToJudge } from "./sign-in-to-judge.ts";

/** MFA from outside Conditional Access, or null. */
export type OutsideDemand = "perUserMfa" | "securityDefaults" | null;

/** What policies say to a sign-in after the password was accepted. */
export type Decision = {
  /** What is still wanted, in the order in which Entra asks for it; `block` first. */
  readonly demands: readonly NamedDemand[];
  readonly outside: OutsideDemand;
  readonly evaluation: SignInEvaluation;
  /** App id that the error text names. */
  readonly resource: string;
};

/**
 * Judges a sign-in against everything that may demand more than a password: Conditional Access, per-user MFA,
 * security defaults. The evaluator of the product does it, so practice and prediction cannot differ.
 */
export function decide(signIn: SignInToJudge, tenant: Tenant, progress: Progress = NOTHING_DONE): Decision {
  const outside = outsideDemand(signIn, tenant);
  const evaluation = evaluate(signIn, tenant, outside !== null);
  const enforcement = unmetControls(evaluation, { mfa: false, controls: new Set() });
  return {
    demands: demandsOf(enforcement, outside !== null, progress),
    outside,
    evaluation,
    resource: audience(signIn, tenant),
  };
}

/** A v1 request that names no resource triggers no resource policy (documented). */
function evaluate(signIn: SignInToJudge, tenant: Tenant, mfaOutside: boolean): SignInEvaluation {
  const read = readPoliciesFromJson(tenant.conditionalAccessPolicies, { fileName: null });
  const policies = signIn.target.resourceNamed && read.ok ? read.value.policies : [];
  const setting = tenant.baselineScopes;
  return evaluateSignIn(
    policies,
    evaluatorSignIn(signIn, tenant),
    signInContextOf(signIn.user, tenant, mfaOutside),
    {
      baselineScopes: setting === "enforced" || setting === "legacy" ? setting : { placeholder: setting },
    },
  );
}

/** Security defaults and Conditional Access exclude each other in Entra; here the tenant file decides. */
function outsideDemand(signIn: SignInToJudge, tenant: Tenant): OutsideDemand {
  if (signIn.user.perUserMfa !== "disabled") return "perUserMfa";
  return tenant.securityDefaults ? "securityDefaults" : null;
}

/** Baseline scopes count as Windows Azure Active Directory, or as the placeholder app of the tenant. */
function audience(signIn: SignInToJudge, tenant: Tenant): string {
  const { target } = signIn;
  if (target.permissions.length > 0 || target.version === "v1") return target.resourceAppId;
  const setting = tenant.baselineScopes;
  return setting === "enforced" || setting === "legacy" ? WINDOWS_AZURE_ACTIVE_DIRECTORY : setting;
}
