import { randomUUID } from "node:crypto";
import { homeRealmDiscoveryPolicySchema } from "../../tenant/directory-objects.ts";
import type { Collection } from "../collection.ts";
import { badRequest } from "../graph-answer.ts";

/** https://learn.microsoft.com/graph/api/resources/homerealmdiscoverypolicy */
export const homeRealmDiscoveryPolicies: Collection = {
  path: "policies/homeRealmDiscoveryPolicies",
  permissions: { read: ["Policy.Read.All"], write: ["Policy.ReadWrite.ApplicationConfiguration"] },
  list: (practice) => practice.tenant().homeRealmDiscoveryPolicies,
  create: (practice, body) => {
    const { displayName, definition, isOrganizationDefault = false } = body;
    const read = homeRealmDiscoveryPolicySchema.safeParse({
      id: randomUUID(),
      displayName,
      definition,
      isOrganizationDefault,
    });
    if (!read.success) return badRequest("The policy is not valid.");
    const tenant = practice.tenant();
    practice.replaceTenant({
      ...tenant,
      homeRealmDiscoveryPolicies: [...tenant.homeRealmDiscoveryPolicies, read.data],
    });
    return read.data;
  },
  remove: (practice, id) => {
    const tenant = practice.tenant();
    practice.replaceTenant({
      ...tenant,
      homeRealmDiscoveryPolicies: tenant.homeRealmDiscoveryPolicies.filter((policy) => policy.id !== id),
    });
  },
};
