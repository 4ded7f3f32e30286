import { documentAlone, type LintContext } from "../../core/lint/context.ts";
import type { TenantEvaluationInput } from "../../core/pair/predict.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";

/** What is known beside a document that is linted. */
export type LintKnowledge = {
  /** Version of Jamf Connect that the profile is for; null means the current one. */
  readonly jamfConnect: string | null;
  /** Conditional Access policies with what is known of tenant and person; null without policies. */
  readonly tenant: TenantEvaluationInput | null;
  /** The day on which it is asked, as `2026-11-29`. */
  readonly today: string | null;
};

/** What policies come to for a document, as the rules take it. */
export type PolicyContext = Pick<LintContext, "answer">;

/** What the rules are told about everything but the document. */
export async function lintContext(
  document: ProfileDocument,
  { jamfConnect, tenant, today }: LintKnowledge,
): Promise<LintContext> {
  const known: LintContext = { ...documentAlone, jamfConnect, today };
  if (tenant === null) return known;
  const evaluate = await policyEvaluation(tenant);
  return { ...known, ...evaluate(document) };
}

/** Evaluates the policies for one document after the other; what that takes is loaded when there are any. */
export async function policyEvaluation(
  tenant: TenantEvaluationInput,
): Promise<(document: ProfileDocument) => PolicyContext> {
  const [{ profileSignIns }, { explain }] = await Promise.all([
    import("../policies/profile-sign-ins.ts"),
    import("../../core/pair/predict.ts"),
  ]);
  return (document) => {
    const signIns = profileSignIns([{ document, path: null }], null);
    const answer = signIns.ok ? explain(signIns.value.tested, tenant) : null;
    return { answer };
  };
}

/**
 * What is known beside the open document: the day and the loaded policies, and no version that it is judged by.
 *
 * @param now milliseconds since 1970
 * @param policies what the loaded policies come to for it; null without policies
 */
export function contextOn(now: number, policies: PolicyContext | null): LintContext {
  return { ...documentAlone, ...policies, today: new Date(now).toISOString().slice(0, 10) };
}
