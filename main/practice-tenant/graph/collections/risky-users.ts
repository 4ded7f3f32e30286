import type { Collection } from "../collection.ts";

/**
 * People whom Entra ID Protection holds for at risk; in a tenant file those with a `riskLevel`.
 * https://learn.microsoft.com/graph/api/riskyuser-list
 */
export const riskyUsers: Collection = {
  path: "identityProtection/riskyUsers",
  permissions: { read: ["IdentityRiskyUser.Read.All"], write: ["IdentityRiskyUser.ReadWrite.All"] },
  list: (practice) =>
    practice
      .tenant()
      .users.filter((user) => user.riskLevel !== "none")
      .map((user) => ({
        id: user.id,
        isDeleted: false,
        isProcessing: false,
        riskLevel: user.riskLevel,
        riskState: "atRisk",
        riskDetail: "none",
        // Since when is not in a tenant file: since the tenant runs.
        riskLastUpdatedDateTime: new Date(practice.memory.startedAt).toISOString(),
        userDisplayName: user.displayName,
        userPrincipalName: user.userPrincipalName,
      })),
};
