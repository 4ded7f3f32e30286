import type { Practice } from "../server/practice.ts";
import { userById } from "../sign-in/first-factor.ts";
import type { Action } from "./collection.ts";
import { replaceApplication } from "./collections/applications.ts";
import { shownUser } from "./collections/directory.ts";
import { conditionalAccessSettings } from "./conditional-access-settings.ts";
import { evaluate } from "./evaluate.ts";
import { badRequest, notFound } from "./graph-answer.ts";
import { assignRole, roleAssignments } from "./role-assignments.ts";
import { applicationOfPrincipal } from "./service-principal-ids.ts";

/** Requests of the Graph part that are no lists. */
export const actions: readonly Action[] = [
  {
    route: "GET me",
    permissions: ["User.Read", "User.Read.All"],
    run: (practice, { callerId }) => {
      const user = userById(practice, callerId);
      return user === null
        ? badRequest("/me request is only valid with delegated authentication flow.")
        : shownUser(user);
    },
  },
  {
    route: "POST users/{id}/getMemberObjects",
    permissions: ["User.Read", "User.Read.All", "Directory.Read.All"],
    run: (practice, { id }) => {
      const user = userById(practice, id);
      return user === null ? notFound(id) : { value: user.groups };
    },
  },
  {
    route: "POST identity/conditionalAccess/evaluate",
    permissions: ["Policy.Read.ConditionalAccess", "Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"],
    run: (practice, { body }) => evaluate(practice, body),
  },
  ...conditionalAccessSettings,
  {
    route: "GET policies/identitySecurityDefaultsEnforcementPolicy",
    permissions: ["Policy.Read.All"],
    run: (practice) => ({
      id: "00000000-0000-0000-0000-000000000005",
      displayName: "Security Defaults",
      isEnabled: practice.tenant().securityDefaults,
    }),
  },
  {
    route: "GET policies/homeRealmDiscoveryPolicies/{id}/appliesTo",
    permissions: ["Policy.Read.All"],
    run: (practice, { id }) => ({
      value: practice.tenant().applications.flatMap(({ appId, displayName, servicePrincipal }) =>
        servicePrincipal?.homeRealmDiscoveryPolicyIds.includes(id) === true
          ? [
              {
                "@odata.type": "#microsoft.graph.servicePrincipal",
                id: servicePrincipal.id,
                appId,
                displayName,
              },
            ]
          : [],
      ),
    }),
  },
  {
    route: "GET servicePrincipals/{id}/homeRealmDiscoveryPolicies",
    permissions: ["Policy.Read.All", "Application.Read.All", "Application.ReadWrite.All"],
    run: (practice, { id }) => {
      const assigned = new Set(
        applicationOfPrincipal(id, practice.tenant())?.servicePrincipal?.homeRealmDiscoveryPolicyIds,
      );
      return {
        value: practice.tenant().homeRealmDiscoveryPolicies.filter((policy) => assigned.has(policy.id)),
      };
    },
  },
  {
    route: "POST servicePrincipals/{id}/homeRealmDiscoveryPolicies/$ref",
    permissions: ["Policy.ReadWrite.ApplicationConfiguration"],
    run: (practice, { id, body }) => linkHomeRealmPolicy(practice, id, body["@odata.id"]),
  },
  {
    route: "DELETE servicePrincipals/{id}/homeRealmDiscoveryPolicies/{other}/$ref",
    permissions: ["Policy.ReadWrite.ApplicationConfiguration"],
    run: (practice, { id, other }) => unlinkHomeRealmPolicy(practice, id, other),
  },
  {
    route: "GET servicePrincipals/{id}/appRoleAssignedTo",
    permissions: ["Application.Read.All", "Directory.Read.All", "Application.ReadWrite.All"],
    run: (practice, { id }) => ({ value: roleAssignments(practice, id) }),
  },
  {
    route: "POST servicePrincipals/{id}/appRoleAssignedTo",
    permissions: ["AppRoleAssignment.ReadWrite.All", "Application.ReadWrite.All"],
    run: (practice, { id, body }) => assignRole(practice, id, body),
  },
];

/** A service principal has one home realm discovery policy at most (documented), so a new link replaces the old one. */
function linkHomeRealmPolicy(practice: Practice, id: string, reference: unknown) {
  const tenant = practice.tenant();
  const app = applicationOfPrincipal(id, tenant);
  const policyId = String(reference).split("/").at(-1) ?? "";
  if (app?.servicePrincipal == null) return notFound(id);
  if (!tenant.homeRealmDiscoveryPolicies.some((policy) => policy.id === policyId)) return notFound(policyId);
  return replaceApplication(practice, {
    ...app,
    servicePrincipal: { ...app.servicePrincipal, homeRealmDiscoveryPolicyIds: [policyId] },
  });
}

function unlinkHomeRealmPolicy(practice: Practice, id: string, policyId: string) {
  const app = applicationOfPrincipal(id, practice.tenant());
  const linked = app?.servicePrincipal?.homeRealmDiscoveryPolicyIds ?? [];
  if (app?.servicePrincipal == null || !linked.includes(policyId)) return notFound(policyId);
  return replaceApplication(practice, {
    ...app,
    servicePrincipal: {
      ...app.servicePrincipal,
      homeRealmDiscoveryPolicyIds: linked.filter((each) => each !== policyId),
    },
  });
}
