/** What the app reads from Microsoft Graph, and the delegated permissions that each needs. */
export type GraphFeature = {
  readonly id: "policies" | "strengths" | "apps" | "groups" | "attributes" | "consent";
  readonly title: string;
  readonly scopes: readonly string[];
};

/**
 * Features from the one that is always asked for to the rest; each is asked for when somebody turns it on. All are reading
 * permissions, and the least that Graph documents for what they read.
 * Source: https://learn.microsoft.com/graph/permissions-reference
 */
export const graphFeatures: readonly GraphFeature[] = [
  {
    id: "policies",
    title: "Policies, named locations, the setting for basic scopes, What If",
    scopes: ["Policy.Read.ConditionalAccess"],
  },
  {
    id: "strengths",
    title: "What authentication strengths ask for, home realm policies",
    scopes: ["Policy.Read.All"],
  },
  {
    id: "apps",
    title: "Names and App ID URIs of apps, app registrations",
    scopes: ["Application.Read.All"],
  },
  { id: "groups", title: "Names of groups", scopes: ["GroupMember.Read.All"] },
  {
    id: "attributes",
    title: "Custom security attributes of apps",
    scopes: ["CustomSecAttributeAssignment.Read.All", "Application.Read.All"],
  },
  {
    // The least that Graph documents for oauth2PermissionGrants.
    id: "consent",
    title: "What administrators consented to",
    scopes: ["Directory.Read.All"],
  },
];

/** The permissions of some features, each once. */
export function scopesOf(ids: readonly GraphFeature["id"][]): readonly string[] {
  return [
    ...new Set(
      graphFeatures.flatMap(({ id, scopes }) => (id === "policies" || ids.includes(id) ? scopes : [])),
    ),
  ];
}
