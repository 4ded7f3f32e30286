/**
 * Least roles of Entra ID for what a set-up does (https://learn.microsoft.com/entra/identity/role-based-access-control/
 * delegate-by-task).
 */
export const roles = {
  apps: "Cloud Application Administrator",
  policies: "Conditional Access Administrator",
  attributeDefinitions: "Attribute Definition Administrator",
  attributeAssignments: "Attribute Assignment Administrator",
  baseline: "Conditional Access Administrator",
} as const;
