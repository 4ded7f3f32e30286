import type { TenantFile } from "../tenant/schema.ts";

type Policy = NonNullable<TenantFile["conditionalAccessPolicies"]>[number];

/** The policy that most tenants have: MFA for all users on all resources, nothing excluded. */
export const mfaForEverything = {
  id: "1a7c4e00-0000-4000-8000-000000ca0001",
  displayName: "CA001 Require MFA for all users",
  state: "enabled",
  conditions: {
    clientAppTypes: ["all"],
    applications: { includeApplications: ["All"], excludeApplications: [], includeUserActions: [] },
    users: { includeUsers: ["All"], excludeUsers: [] },
  },
  grantControls: { operator: "OR", builtInControls: ["mfa"] },
} as const satisfies Policy;
