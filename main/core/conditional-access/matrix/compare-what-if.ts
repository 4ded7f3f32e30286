import type { PolicyAnswer, SignInAnswer } from "../answer/answer.ts";
import { membersOf, textOf } from "../read/members.ts";
import type { Tri } from "../tri.ts";
import { isReportOnly, reasonText } from "./cell.ts";

/** One policy about which this app and Microsoft's What If say different things. */
export type WhatIfDifference = {
  readonly policyId: string;
  readonly displayName: string;
  /** null: the policy is not among the loaded ones. */
  readonly ours: Tri | null;
  /** null: What If does not name the policy. */
  readonly theirs: boolean | null;
  readonly likelyReason: string;
};

/** Microsoft's What If beside the answer for one sign-in. */
export type WhatIfComparison = {
  readonly id: SignInAnswer["id"];
  readonly resource: string;
  readonly agree: number;
  readonly differences: readonly WhatIfDifference[];
};

type Theirs = { readonly applies: boolean; readonly reason: string; readonly displayName: string };

/**
 * Holds the answer of What If against ours, policy by policy. What is open here and answered there is a difference too, with the
 * reason that is likely; nobody but Microsoft knows the real one.
 *
 * @param answered the list that Graph answered with
 * @param baselineScopes the setting that our answer rests on, as the answer names it
 */
export function compareWithWhatIf(
  signIn: SignInAnswer,
  answered: readonly unknown[],
  baselineScopes: string,
): WhatIfComparison {
  const theirs = new Map(answered.flatMap(readResult));
  const neverApplies = theirs.size > 0 && [...theirs.values()].every(isOutOfReach);
  const differences: WhatIfDifference[] = [];
  let agree = 0;
  for (const policy of signIn.policies) {
    const their = theirs.get(policy.id.toLowerCase()) ?? null;
    theirs.delete(policy.id.toLowerCase());
    if (their !== null && isSame(policy, their)) {
      agree += 1;
      continue;
    }
    differences.push({
      policyId: policy.id,
      displayName: policy.displayName,
      ours: policy.applies,
      theirs: their?.applies ?? null,
      likelyReason: reasonOf(policy, their, { neverApplies, baselineScopes }),
    });
  }
  for (const [policyId, { applies, displayName }] of theirs) {
    const likelyReason = "The policy is not among the loaded ones: it is new, or the export is older.";
    differences.push({ policyId, displayName, ours: null, theirs: applies, likelyReason });
  }
  return { id: signIn.id, resource: signIn.resource, agree, differences };
}

function readResult(value: unknown): readonly (readonly [string, Theirs])[] {
  const members = membersOf(value);
  const id = textOf(members?.get("id"));
  if (members === null || id === null) return [];
  const result = {
    applies: members.get("policyapplies") === true,
    reason: textOf(members.get("analysisreasons")) ?? "notSet",
    displayName: textOf(members.get("displayname")) ?? id,
  };
  return [[id.toLowerCase(), result]];
}

/** Whether a no is about the resource or about nothing: what fails on a person or a place says nothing about the resource. */
function isOutOfReach({ applies, reason }: Theirs): boolean {
  return !applies && ["notSet", "application", "policyNotEnabled"].includes(reason);
}

/** A report-only policy may be counted as applying or not; both say the same of it. */
function isSame(policy: PolicyAnswer, { applies }: Theirs): boolean {
  if (isReportOnly(policy)) return true;
  return policy.applies === (applies ? "yes" : "no");
}

type Circumstances = { readonly neverApplies: boolean; readonly baselineScopes: string };

function reasonOf(policy: PolicyAnswer, theirs: Theirs | null, about: Circumstances): string {
  if (theirs === null)
    return "What If does not name the policy: it was deleted since, or you may not see it.";
  if (policy.applies === "depends") {
    return theirs.reason === "notEnoughInformation"
      ? `Neither side knows more: here it depends on ${policy.dependsOn.join(", ")}.`
      : `Here it is open: ${policy.dependsOn.join(", ")}. What If knows it from the tenant.`;
  }
  if (theirs.reason === "notEnoughInformation") return "What If was not told enough to judge the policy.";
  if (about.neverApplies && policy.applies === "yes")
    return "What If says no for every policy: the resource is one of those that it never applies policies to.";
  const target = policy.conditions.find(({ condition }) => condition === "application");
  if (target?.text.includes("basic scopes") && about.baselineScopes !== "enforced")
    return "What If judges a resource and not scopes, so it knows nothing of the tenant's setting for basic scopes.";
  if (theirs.reason === "policyNotEnabled" || policy.reason === "policyNotEnabled")
    return "The policy has another state in the tenant than in what is loaded.";
  if (policy.reason === "application" || theirs.reason === "application")
    return "What If judges a resource and not scopes, and the policy is about resources.";
  const their = theirs.applies ? "applies" : `fails on ${reasonText(theirs.reason)}`;
  return `There it ${their}. The policy, the person or the place is another one than assumed here.`;
}
