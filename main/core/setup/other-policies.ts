import type { GraphObject } from "./differs.ts";
import { setupNote } from "./mark.ts";
import type { SavedValues } from "./saved-values.ts";
import type { ExistingPolicy } from "./setup-plan.ts";

type Covering = ExistingPolicy & { readonly excluded: readonly string[] };

/**
 * Policies in force that demand MFA on all resources and that no set-up made: each of them has to leave the app out, else the
 * check meets it.
 */
export function policiesOnEverything(policies: readonly unknown[]): readonly Covering[] {
  return policies.flatMap((policy) => {
    if (!isObject(policy) || policy["state"] !== "enabled" || policy["description"] === setupNote) return [];
    const conditions = policy["conditions"];
    const applications = isObject(conditions) ? conditions["applications"] : null;
    if (!isObject(applications) || !textsIn(applications["includeApplications"]).includes("All")) return [];
    if (!demandsMfa(policy["grantControls"])) return [];
    const { id, displayName } = policy;
    return typeof id === "string" && typeof displayName === "string"
      ? [{ id, displayName, applications, excluded: textsIn(applications["excludeApplications"]) }]
      : [];
  });
}

function demandsMfa(grant: unknown): boolean {
  if (!isObject(grant)) return false;
  const strength = grant["authenticationStrength"];
  return textsIn(grant["builtInControls"]).includes("mfa") || (strength !== undefined && strength !== null);
}

/** Whether every such policy leaves out the app that the check reaches, or the placeholder. */
export function otherPoliciesState(policies: readonly GraphObject[], saved: SavedValues) {
  const covering = policiesOnEverything(policies);
  if (covering.length === 0) return { state: "not-needed" as const, reason: "There is none.", saved: {} };
  const app = saved["checkApiAppId"] ?? saved["placeholderAppId"];
  const open = covering.filter(({ excluded }) => app === undefined || !excluded.includes(app));
  return open.length === 0
    ? { state: "done" as const, reason: "Every other policy leaves it out.", saved: {} }
    : {
        state: "to-do" as const,
        reason: `Open: ${open.map((each) => each.displayName).join(", ")}.`,
        saved: {},
      };
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function isObject(value: unknown): value is GraphObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
