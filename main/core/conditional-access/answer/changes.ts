import type { ConditionalAccessPolicy, PolicyState } from "../policy.ts";
import { idsOf } from "../read/members.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";

/** A change to try without touching the tenant. */
export type PolicyChange =
  | { readonly kind: "exclude-application"; readonly policyId: string; readonly appId: string }
  /** The person who signs in is excluded, by themselves or by a group. */
  | { readonly kind: "exclude-person"; readonly policyId: string }
  | { readonly kind: "set-state"; readonly policyId: string; readonly state: PolicyState };

/** Stands for the person who signs in, whoever that is; no id of Entra looks like it. */
const THIS_PERSON = "the person who signs in";

/** The policies as they would be after the changes. `raw` keeps showing the policy as it was exported. */
export function changePolicies(
  policies: readonly ConditionalAccessPolicy[],
  changes: readonly PolicyChange[],
): readonly ConditionalAccessPolicy[] {
  if (changes.length === 0) return policies;
  return policies.map((policy) =>
    changes
      .filter((change) => change.policyId === policy.id)
      .reduce((changed, change) => apply(changed, change), policy),
  );
}

/** What is known of the person, so that `exclude-person` excludes them; nothing else about them gets known. */
export function asThisPerson(facts: SignInContext, changes: readonly PolicyChange[]): SignInContext {
  if (!changes.some(({ kind }) => kind === "exclude-person")) return facts;
  const { user, ruledOut } = facts;
  const isOpen = user === undefined && ruledOut?.users === undefined;
  return {
    ...facts,
    user: new Set([...(user ?? []), THIS_PERSON]),
    ...(isOpen ? { ruledOut: { ...ruledOut, users: new Set<string>() } } : {}),
  };
}

function apply(policy: ConditionalAccessPolicy, change: PolicyChange): ConditionalAccessPolicy {
  if (change.kind === "set-state") return { ...policy, state: change.state, stateAsWritten: change.state };
  if (change.kind === "exclude-person") return withoutThisPerson(policy);
  const { applications } = policy.conditions;
  if (applications === null) return policy;
  const ids = idsOf([...applications.exclude.ids.written, change.appId]);
  const changed = { ...applications, exclude: { ...applications.exclude, ids } };
  return { ...policy, conditions: { ...policy.conditions, applications: changed } };
}

function withoutThisPerson(policy: ConditionalAccessPolicy): ConditionalAccessPolicy {
  const { users } = policy.conditions;
  if (users === null) return policy;
  const excluded = idsOf([...users.exclude.users.written, THIS_PERSON]);
  const changed = { ...users, exclude: { ...users.exclude, users: excluded } };
  return { ...policy, conditions: { ...policy.conditions, users: changed } };
}
