import type { ConditionalAccessPolicy } from "../policy.ts";
import type { SignInFacts } from "../sign-in/facts.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import { judgeClientApp, judgeFlow, judgePlatform } from "./client.ts";
import { judgeDeviceFilter } from "./device-filter.ts";
import { type Judgement, judgement, notKnown } from "./judgement.ts";
import { judgeLocation } from "./locations.ts";
import { judgeRisks } from "./risk.ts";
import { judgeUsers } from "./users.ts";

/**
 * Every configured condition of a policy, judged for one sign-in; all of them must hold for the policy to apply.
 * `target` is the judgement about the target resources.
 */
export function judgeConditions(
  policy: ConditionalAccessPolicy,
  signIn: SignIn,
  facts: SignInFacts,
  target: Judgement,
): readonly Judgement[] {
  const { conditions } = policy;
  const judgements: Judgement[] = [];
  const keep = (each: Judgement | null): void => void (each === null || judgements.push(each));
  keep(judgeState(policy));
  if (conditions.workloadIdentities || conditions.servicePrincipalRiskLevels.keys.size > 0) {
    keep(
      judgement(
        "workloadIdentities",
        "no",
        () => "The policy is for workload identities or agents, not for people.",
      ),
    );
  } else {
    keep(judgeUsers(conditions.users, facts));
  }
  judgements.push(target);
  keep(judgeClientApp(conditions.clientAppTypes, signIn));
  keep(judgePlatform(conditions.platforms, signIn, facts));
  keep(judgeLocation(conditions.locations, facts));
  keep(judgeDeviceFilter(conditions.deviceFilter, signIn, facts));
  judgements.push(...judgeRisks(conditions, facts));
  keep(judgeFlow(conditions.transferMethods, signIn));
  if (conditions.unknown.length > 0) keep(notKnown(conditions.unknown));
  return judgements;
}

function judgeState(policy: ConditionalAccessPolicy): Judgement | null {
  if (policy.state === "disabled")
    return judgement("policyNotEnabled", "no", () => "The policy is turned off.");
  if (policy.state !== null) return null;
  const text = (): string => {
    const { stateAsWritten } = policy;
    const seen =
      stateAsWritten === null
        ? "The file gives the policy no state"
        : `The state "${stateAsWritten}" is unknown`;
    return `${seen}, so it may be on, off or report-only.`;
  };
  return judgement("policyNotEnabled", "depends", text, ["state"], "inferred");
}
