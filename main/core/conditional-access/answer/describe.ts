import { WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import type { SignInEvaluation } from "../evaluate-sign-in.ts";
import type { PolicyEvaluation } from "../judge/evaluate-policy.ts";
import type { Judgement } from "../judge/judgement.ts";
import { targetText } from "../judge/target.ts";
import { baselineAudience, nameOf, type Resource } from "../sign-in/resources.ts";
import type { BaselineScopes } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import type { Tri } from "../tri.ts";
import { codeOfCheck } from "../verdict/check-answer.ts";
import type { Verdict } from "../verdict/verdict.ts";
import type { ConditionAnswer, PolicyAnswer, SignInAnswer, VerdictAnswer } from "./answer.ts";

export function settingName(setting: BaselineScopes): string {
  return typeof setting === "string" ? setting : setting.placeholder.toLowerCase();
}

/** Turns an evaluation into the answer; `others` are the same sign-in under the other baseline-scope settings. */
export function describeSignIn(
  evaluation: SignInEvaluation,
  others: readonly SignInEvaluation[],
  facts: SignInContext,
): SignInAnswer {
  const { signIn, baselineScopes } = evaluation;
  const resources = (evaluation.resources[0] ?? []).map((each) => resourceOf(each, baselineScopes, facts));
  const first = resources[0] ?? { id: WINDOWS_AZURE_AD, name: "Windows Azure Active Directory" };
  return {
    id: signIn.id,
    resource: first.id,
    resourceName: first.name,
    resources: resources.map((each) => each.id),
    client: signIn.clientId,
    clientAppTypes: signIn.clientAppTypes,
    platforms: (facts.platform === undefined ? signIn.platforms : [facts.platform]).map(
      (each) => each ?? "none",
    ),
    scopes: signIn.scopes,
    policies: evaluation.policies.map((each, index) => describePolicy(each, others, index)),
    verdict: describeVerdict(evaluation.verdict),
    code: codeOf(evaluation),
    otherSettings: others.map((other) => ({
      baselineScopes: settingName(other.baselineScopes),
      differs: !sameVerdict(evaluation.verdict, other.verdict),
      verdict: describeVerdict(other.verdict),
    })),
  };
}

function codeOf({ refusal, signIn, verdict, policies }: SignInEvaluation): number | null {
  if (refusal !== null) return refusal.code;
  return signIn.grant === "password" ? codeOfCheck(verdict, policies) : null;
}

/** Baseline scopes under legacy count as no resource in particular; Windows Azure AD is what they reach. */
function resourceOf(
  resource: Resource,
  setting: BaselineScopes,
  facts: SignInContext,
): { id: string; name: string } {
  if (resource.kind === "baseline") {
    const id = baselineAudience(setting) ?? WINDOWS_AZURE_AD;
    return {
      id,
      name:
        nameOf(id, facts) ?? (id === WINDOWS_AZURE_AD ? "Windows Azure Active Directory" : "placeholder app"),
    };
  }
  const id = resource.appId ?? resource.uri ?? "";
  return { id, name: resource.name ?? resource.uri ?? id };
}

function describePolicy(
  evaluation: PolicyEvaluation,
  others: readonly SignInEvaluation[],
  index: number,
): PolicyAnswer {
  const { policy } = evaluation;
  const otherSettings: Record<string, Tri> = {};
  for (const other of others) {
    const applies = other.policies[index]?.applies;
    if (applies !== undefined && applies !== evaluation.applies)
      otherSettings[settingName(other.baselineScopes)] = applies;
  }
  const { applications } = policy.conditions;
  const conditions = evaluation.conditions.map(describeCondition);
  return {
    id: policy.id,
    displayName: policy.displayName,
    state: policy.stateAsWritten,
    applies: evaluation.applies,
    because: conditions.filter((each) => each.outcome === evaluation.applies).map((each) => each.text),
    effect: evaluation.effect.text(),
    demands: {
      mfa: evaluation.effect.mfa,
      blocked: evaluation.effect.blocked,
      deviceRequired: evaluation.effect.deviceRequired,
      lockout: evaluation.effect.lockout,
      dependsOn: evaluation.effect.dependsOn,
    },
    certainty: evaluation.certainty,
    reason: evaluation.reason,
    dependsOn: evaluation.dependsOn,
    conditions,
    targets: applications === null ? "no resource" : targetText(applications),
    unresolved: policy.unresolved,
    otherSettings,
  };
}

function describeCondition({ condition, outcome, text, dependsOn, certainty }: Judgement): ConditionAnswer {
  return { condition, outcome, text: text(), dependsOn, certainty };
}

function describeVerdict(verdict: Verdict): VerdictAnswer {
  return { ...verdict, text: verdict.text() };
}

function sameVerdict(a: Verdict, b: Verdict): boolean {
  return (
    a.mfa === b.mfa &&
    a.blocked === b.blocked &&
    a.deviceRequired === b.deviceRequired &&
    a.lockout === b.lockout
  );
}
