import type { ConditionalAccessPolicy, PolicyState } from "../policy.ts";
import { idsOf } from "../read/members.ts";

/** A change to try without touching the tenant. */
export type PolicyChange =
  | { readonly kind: "exclude-application"; readonly policyId: string; readonly appId: string }
  | { readonly kind: "set-state"; readonly policyId: string; readonly state: PolicyState };

/** The policies as they would be after the changes. `raw` keeps showing the policy as it was exported. */
export function changePolicies(
  policies: readonly ConditionalAccessPolicy[],
  changes: readonly PolicyChange[],
): readonly ConditionalAccessPolicy[] {
  return policies.map((policy) =>
    changes
      .filter((change) => change.policyId === policy.id)
      .reduce((changed, change) => apply(changed, change), policy),
  );
}

function apply(policy: ConditionalAccessPolicy, change: PolicyChange): ConditionalAccessPolicy {
  if (change.kind === "set-state") return { ...policy, state: change.state, stateAsWritten: change.state };
  const { applications } = policy.conditions;
  if (applications === null) return policy;
  const ids = idsOf([...applications.exclude.ids.written, change.appId]);
  const changed = { ...applications, exclude: { ...applications.exclude, ids } };
  return { ...policy, conditions: { ...policy.conditions, applications: changed } };
}
