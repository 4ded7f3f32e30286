import { setupNote } from "../mark.ts";
import type { SetupStep } from "../setup-plan.ts";
import { byScript } from "./applications.ts";
import { is, listWhere } from "./odata.ts";
import { roles } from "./roles.ts";

const policies = "/v1.0/policies/homeRealmDiscoveryPolicies";
const definition = '{"HomeRealmDiscoveryPolicy":{"AllowCloudPasswordValidation":true}}';

/** How a home realm policy that a set-up made is found: by name and mark. */
export function markedHomeRealmPolicy(displayName: string): string {
  return listWhere(policies, is("displayName", displayName), is("description", setupNote));
}

/**
 * Lets Entra ID check synchronised passwords of federated people itself: their own server cannot answer a password check
 * (https://learn.microsoft.com/entra/identity/enterprise-apps/home-realm-discovery-policy).
 */
export function homeRealmSteps(displayName: string): readonly SetupStep[] {
  return [
    {
      id: "home-realm-policy",
      title: "Create a home realm discovery policy for federated passwords",
      role: roles.apps,
      lookUp: { method: "GET", url: markedHomeRealmPolicy(displayName) },
      create: {
        method: "POST",
        url: policies,
        body: {
          displayName,
          description: setupNote,
          definition: [definition],
          isOrganizationDefault: false,
        },
      },
      update: { method: "PATCH", url: `${policies}/{homeRealmPolicyId}`, body: { definition: [definition] } },
      saves: { homeRealmPolicyId: "id" },
      ...byScript,
    },
    {
      id: "home-realm-link",
      title: "Assign the home realm discovery policy to the client app",
      role: roles.apps,
      lookUp: {
        method: "GET",
        url: "/v1.0/servicePrincipals/{clientPrincipalId}/homeRealmDiscoveryPolicies",
      },
      create: {
        method: "POST",
        url: "/v1.0/servicePrincipals/{clientPrincipalId}/homeRealmDiscoveryPolicies/$ref",
        body: {
          "@odata.id":
            "https://graph.microsoft.com/v1.0/policies/homeRealmDiscoveryPolicies/{homeRealmPolicyId}",
        },
      },
      update: null,
      saves: {},
      ...byScript,
    },
  ];
}
