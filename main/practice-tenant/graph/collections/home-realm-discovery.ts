import { randomUUID } from "node:crypto";
import { homeRealmDiscoveryPolicySchema } from "../../tenant/directory-objects.ts";
import type { Collection } from "../collection.ts";
import { badRequest } from "../graph-answer.ts";

const changeable = ["displayName", "description", "definition", "isOrganizationDefault"] as const;

/** https://learn.microsoft.com/graph/api/resources/homerealmdiscoverypolicy */
export const homeRealmDiscoveryPolicies: Collection = {
  path: "policies/homeRealmDiscoveryPolicies",
  permissions: { read: ["Policy.Read.All"], write: ["Policy.ReadWrite.ApplicationConfiguration"] },
  list: (practice) => practice.tenant().homeRealmDiscoveryPolicies,
  create: (practice, body) => {
    const { displayName, description, definition, isOrganizationDefault = false } = body;
    const read = homeRealmDiscoveryPolicySchema.safeParse({
      id: randomUUID(),
      displayName,
      description,
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
  change: (practice, id, body) => {
    const tenant = practice.tenant();
    const old = tenant.homeRealmDiscoveryPolicies.find((policy) => policy.id === id);
    const sent = changeable.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]);
    const read = homeRealmDiscoveryPolicySchema.safeParse({ ...old, ...Object.fromEntries(sent) });
    if (!read.success) return badRequest("The policy is not valid.");
    practice.replaceTenant({
      ...tenant,
      homeRealmDiscoveryPolicies: tenant.homeRealmDiscoveryPolicies.map((policy) =>
        policy.id === id ? read.data : policy,
      ),
    });
    return null;
  },
  remove: (practice, id) => {
    const tenant = practice.tenant();
    practice.replaceTenant({
      ...tenant,
      homeRealmDiscoveryPolicies: tenant.homeRealmDiscoveryPolicies.filter((policy) => policy.id !== id),
    });
    return null;
  },
};
