import { z } from "zod";

const guid = z.guid();

/**
 * A Conditional Access policy in Graph's own schema (`conditionalAccessPolicy`). Only what every policy must have is
 * fixed here; everything else passes through untouched, because the evaluator has its own reader for it.
 */
export const policySchema = z.looseObject({
  id: guid,
  displayName: z.string(),
  state: z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]),
  conditions: z.looseObject({}),
  grantControls: z.looseObject({}).nullable().optional(),
  sessionControls: z.looseObject({}).nullable().optional(),
});

/** A named location in Graph's own schema (`ipNamedLocation`, `countryNamedLocation`). */
export const namedLocationSchema = z.looseObject({
  "@odata.type": z.enum(["#microsoft.graph.ipNamedLocation", "#microsoft.graph.countryNamedLocation"]),
  id: guid,
  displayName: z.string(),
});

/** A home realm discovery policy as Graph holds it: `definition` is a list with one JSON text. */
export const homeRealmDiscoveryPolicySchema = z.strictObject({
  id: guid,
  displayName: z.string(),
  description: z.string().optional(),
  definition: z.array(z.string()),
  isOrganizationDefault: z.boolean().default(false),
});

export const groupSchema = z.strictObject({ id: guid, displayName: z.string() });

export type TenantPolicy = z.output<typeof policySchema>;
export type NamedLocation = z.output<typeof namedLocationSchema>;
export type HomeRealmDiscoveryPolicy = z.output<typeof homeRealmDiscoveryPolicySchema>;
