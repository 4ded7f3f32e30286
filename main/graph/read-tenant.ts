import type { BaselineScopes } from "../core/conditional-access/index.ts";
import { isGuid } from "../core/guid.ts";
import { WINDOWS_AZURE_AD } from "../core/microsoft-apps.ts";
import { fail, type Problem, type Result, succeed } from "../core/problem.ts";
import { type GraphPorts, getAll } from "./get-all.ts";
import type { GraphFeature } from "./scopes.ts";

/** What was read of one part of the tenant, or why it was not. */
export type TenantPart = {
  readonly title: string;
  readonly objects: readonly unknown[];
  readonly problem: Problem | null;
};

/** Conditional Access of a tenant, as Graph shows it. */
export type TenantFromGraph = {
  readonly policies: readonly unknown[];
  /** Objects that give names to ids. */
  readonly parts: readonly TenantPart[];
  /** null: nobody has chosen, or it cannot be read. */
  readonly baselineScopes: BaselineScopes | null;
};

type Part = {
  readonly feature: GraphFeature["id"];
  readonly title: string;
  readonly path: string;
  readonly scope: string;
};

const policiesPath = "v1.0/identity/conditionalAccess/policies";
const settingsPath = "beta/identity/conditionalAccess/settings";
const conditionalAccess = "Policy.Read.ConditionalAccess";

const PARTS: readonly Part[] = [
  {
    feature: "policies",
    title: "Named locations",
    path: "v1.0/identity/conditionalAccess/namedLocations",
    scope: conditionalAccess,
  },
  {
    feature: "strengths",
    title: "Authentication strengths",
    path: "v1.0/policies/authenticationStrengthPolicies",
    scope: "Policy.Read.All",
  },
  {
    feature: "apps",
    title: "Service principals",
    path: "v1.0/servicePrincipals?$select=id,appId,displayName,servicePrincipalNames,appRoleAssignmentRequired,tags&$top=500",
    scope: "Application.Read.All",
  },
  {
    feature: "apps",
    title: "App registrations",
    path: "v1.0/applications?$select=id,appId,displayName,identifierUris,api,isFallbackPublicClient,publicClient,web,spa,requiredResourceAccess,appRoles,tags&$top=500",
    scope: "Application.Read.All",
  },
  {
    feature: "attributes",
    title: "Custom security attributes",
    path: "v1.0/servicePrincipals?$select=id,appId,displayName,servicePrincipalNames,tags,customSecurityAttributes&$top=500",
    scope: "CustomSecAttributeAssignment.Read.All",
  },
  {
    feature: "groups",
    title: "Groups",
    path: "v1.0/groups?$select=id,displayName,securityEnabled&$top=500",
    scope: "GroupMember.Read.All",
  },
  {
    feature: "consent",
    title: "Consent of administrators",
    path: "v1.0/oauth2PermissionGrants?$filter=consentType eq 'AllPrincipals'",
    scope: "Directory.Read.All",
  },
];

const homeRealmPath = "v1.0/policies/homeRealmDiscoveryPolicies";
/** A tenant has one or two. */
const mostHomeRealmPolicies = 20;

/**
 * Reads the policies of a tenant and what gives names to their ids. Without the policies there is no answer; a part that may not
 * be read is said to be so and the others count.
 *
 * @returns problems of the policies, see {@link getAll}; `graph-signed-out` and `graph-stopped` also between two parts
 */
export async function readTenant(
  ports: GraphPorts,
  features: readonly GraphFeature["id"][],
): Promise<Result<TenantFromGraph>> {
  const policies = await getAll(ports, policiesPath, conditionalAccess);
  if (!policies.ok) return policies;
  const parts: TenantPart[] = [];
  for (const { feature, title, path, scope } of PARTS) {
    if (feature !== "policies" && !features.includes(feature)) continue;
    const read = await getAll(ports, path, scope);
    if (!read.ok && isTheEnd(read.problem)) return read;
    parts.push(
      read.ok ? { title, objects: read.value, problem: null } : { title, objects: [], problem: read.problem },
    );
  }
  if (features.includes("strengths")) {
    const homeRealm = await readHomeRealm(ports);
    if (homeRealm.problem !== null && isTheEnd(homeRealm.problem)) return fail(homeRealm.problem);
    parts.push(homeRealm);
  }
  const settings = await getAll(ports, settingsPath, conditionalAccess);
  if (!settings.ok && isTheEnd(settings.problem)) return settings;
  const baselineScopes = settings.ok ? baselineScopesIn(settings.value[0]) : null;
  return succeed({ policies: policies.value, parts, baselineScopes });
}

/** Home realm discovery policies, each with the service principals that it is for. */
async function readHomeRealm(ports: GraphPorts): Promise<TenantPart> {
  const title = "Home realm policies";
  const policies = await getAll(ports, homeRealmPath, "Policy.Read.All");
  if (!policies.ok) return { title, objects: [], problem: policies.problem };
  const objects: unknown[] = [];
  for (const policy of policies.value.slice(0, mostHomeRealmPolicies)) {
    const id = memberOf(policy, "id");
    if (typeof id !== "string" || !isGuid(id)) continue;
    const appliesTo = await getAll(ports, `${homeRealmPath}/${id}/appliesTo`, "Policy.Read.All");
    if (!appliesTo.ok) return { title, objects, problem: appliesTo.problem };
    objects.push({ ...Object(policy), appliesTo: appliesTo.value });
  }
  return { title, objects, problem: null };
}

function isTheEnd({ code }: Problem): boolean {
  return code === "graph-signed-out" || code === "graph-stopped";
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/**
 * The baseline-scope setting of `conditionalAccess/settings`: the app that basic scopes count as. The member is not documented; it
 * was seen in answers of 2026.
 *
 * @returns null where no administrator has chosen, which says nothing about what holds
 */
export function baselineScopesIn(settings: unknown): BaselineScopes | null {
  const app = memberOf(memberOf(memberOf(settings, "advancedSettings"), "baselineScopes"), "resourceAppId");
  if (typeof app !== "string" || !isGuid(app)) return null;
  if (app.toLowerCase() === WINDOWS_AZURE_AD) return "enforced";
  return app === NOBODY ? "legacy" : { placeholder: app.toLowerCase() };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
