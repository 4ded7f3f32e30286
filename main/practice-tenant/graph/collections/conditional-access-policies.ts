import { randomUUID } from "node:crypto";
import type { Practice } from "../../server/practice.ts";
import { policySchema, type TenantPolicy } from "../../tenant/directory-objects.ts";
import type { Collection } from "../collection.ts";
import { badRequest } from "../graph-answer.ts";

function replace(practice: Practice, change: (policies: readonly TenantPolicy[]) => TenantPolicy[]): void {
  const tenant = practice.tenant();
  practice.replaceTenant({ ...tenant, conditionalAccessPolicies: change(tenant.conditionalAccessPolicies) });
}

/** https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy */
export const policies: Collection = {
  path: "identity/conditionalAccess/policies",
  permissions: {
    read: ["Policy.Read.All", "Policy.Read.ConditionalAccess"],
    write: ["Policy.ReadWrite.ConditionalAccess"],
  },
  list: (practice) => practice.tenant().conditionalAccessPolicies,
  create: (practice, body) => {
    const now = new Date(practice.now()).toISOString();
    const read = policySchema.safeParse({
      ...body,
      id: randomUUID(),
      createdDateTime: now,
      modifiedDateTime: null,
    });
    if (!read.success) return badRequest("The policy is not valid.");
    replace(practice, (all) => [...all, read.data]);
    return read.data;
  },
  change: (practice, id, body) => {
    const old = practice.tenant().conditionalAccessPolicies.find((policy) => policy.id === id);
    // Inside `conditions` a member that is sent replaces the whole old one.
    const conditions = { ...old?.conditions, ...(isObject(body["conditions"]) ? body["conditions"] : {}) };
    const read = policySchema.safeParse({ ...old, ...body, id, conditions });
    if (!read.success) return badRequest("The policy is not valid.");
    replace(practice, (all) => all.map((policy) => (policy.id === id ? read.data : policy)));
    return null;
  },
  remove: (practice, id) => {
    replace(practice, (all) => all.filter((policy) => policy.id !== id));
    return null;
  },
};

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
