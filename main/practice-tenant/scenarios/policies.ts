import type { TenantFile } from "../tenant/schema.ts";

export type Policy = NonNullable<TenantFile["conditionalAccessPolicies"]>[number];

type Shape = {
  readonly number: number;
  readonly displayName: string;
  readonly state?: Policy["state"];
  /** App ids, or `All`. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Rule that excludes apps by attribute. */
  readonly excludeByRule?: string;
  readonly grant: Readonly<Record<string, unknown>>;
  /** Further conditions in Graph's schema. */
  readonly conditions?: Readonly<Record<string, unknown>>;
};

/** A policy for all users, in Graph's schema, as the portal would write it. */
export function policy(shape: Shape): Policy {
  const filter = shape.excludeByRule === undefined ? null : { mode: "exclude", rule: shape.excludeByRule };
  return {
    id: `1a7c4e00-0000-4000-8000-000000ca${String(shape.number).padStart(4, "0")}`,
    displayName: `CA${String(shape.number).padStart(3, "0")} ${shape.displayName}`,
    state: shape.state ?? "enabled",
    conditions: {
      clientAppTypes: ["all"],
      applications: {
        includeApplications: [...(shape.include ?? ["All"])],
        excludeApplications: [...(shape.exclude ?? [])],
        includeUserActions: [],
        includeAuthenticationContextClassReferences: [],
        applicationFilter: filter,
      },
      users: {
        includeUsers: ["All"],
        excludeUsers: [],
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
      },
      ...shape.conditions,
    },
    grantControls: {
      operator: "OR",
      builtInControls: [],
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength: null,
      ...shape.grant,
    },
    sessionControls: null,
  };
}

/** Grant controls that occur in several scenarios. */
export const grant = {
  mfa: { builtInControls: ["mfa"] },
  block: { builtInControls: ["block"] },
} as const;

/** The policy that most tenants have: MFA for all users on all resources, nothing excluded. */
export const mfaForEverything = policy({
  number: 1,
  displayName: "Require MFA for all users",
  grant: grant.mfa,
});
