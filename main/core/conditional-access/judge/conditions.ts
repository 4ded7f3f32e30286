import type { ConditionalAccessPolicy } from "../policy.ts";
import type { SignIn } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { judgeClientApp, judgeFlow, judgePlatform } from "./client.ts";
import { judgeDeviceFilter } from "./device-filter.ts";
import { type Judgement, judgement, notKnown } from "./judgement.ts";
import { judgeLocation } from "./locations.ts";
import { judgeRisk } from "./risk.ts";
import { judgeUsers } from "./users.ts";

/**
 * Every configured condition of a policy, judged for one sign-in; all of them must hold for the policy to apply.
 * `target` is the judgement about the target resources.
 */
export function judgeConditions(
  policy: ConditionalAccessPolicy,
  signIn: SignIn,
  facts: SignInContext,
  target: Judgement,
): readonly Judgement[] {
  const { conditions } = policy;
  const isForWorkloads = conditions.workloadIdentities || conditions.servicePrincipalRiskLevels.keys.size > 0;
  const all = [
    judgeState(policy),
    isForWorkloads ? FOR_WORKLOADS : judgeUsers(conditions.users, facts),
    target,
    judgeClientApp(conditions.clientAppTypes, signIn, facts),
    judgePlatform(conditions.platforms, signIn, facts),
    judgeLocation(conditions.locations, facts),
    judgeDeviceFilter(conditions.deviceFilter, signIn, facts),
    judgeRisk("signInRisk", conditions.signInRiskLevels, facts.signInRisk),
    judgeRisk("userRisk", conditions.userRiskLevels, facts.userRisk),
    judgeRisk("insiderRisk", conditions.insiderRiskLevels, facts.insiderRisk),
    judgeFlow(conditions.transferMethods, signIn),
    conditions.unknown.length > 0 ? notKnown(conditions.unknown) : null,
  ];
  return all.filter((each) => each !== null);
}

const FOR_WORKLOADS = judgement(
  "workloadIdentities",
  "no",
  () => "The policy is for workload identities or agents, not for people.",
);
const TURNED_OFF = judgement("policyNotEnabled", "no", () => "The policy is turned off.");

function judgeState(policy: ConditionalAccessPolicy): Judgement | null {
  if (policy.state === "disabled") return TURNED_OFF;
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
