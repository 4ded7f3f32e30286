import { z } from "./zod.ts";

const risk = z.enum(["none", "low", "medium", "high"]);

const accountChange = z.strictObject({
  isEnabled: z.boolean().exactOptional(),
  isPasswordExpired: z.boolean().exactOptional(),
  isLockedOut: z.boolean().exactOptional(),
  hasSecondFactor: z.boolean().exactOptional(),
  perUserMfa: z.boolean().exactOptional(),
  risk: risk.exactOptional(),
});

/** Switches of the practice tenant by their names in `PracticeSwitches`; what is not named stays. */
export const practiceChange = z.strictObject({
  policyStates: z
    .record(z.string().max(64), z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]))
    .exactOptional(),
  /** `placeholder` is for scenarios that have one. */
  baselineScopes: z.enum(["enforced", "legacy", "placeholder"]).exactOptional(),
  securityDefaults: z.boolean().exactOptional(),
  device: z.enum(["unknown", "registered", "compliant"]).exactOptional(),
  deviceShownBy: z.enum(["every-sign-in", "browsers"]).exactOptional(),
  /** Id of a named location, or `elsewhere`. */
  place: z.string().max(64).exactOptional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .exactOptional(),
  maliciousAddress: z.boolean().exactOptional(),
  signInRisk: risk.exactOptional(),
  /** By user name. */
  accounts: z.record(z.string().max(1024), accountChange).exactOptional(),
  publicClientFlows: z.boolean().exactOptional(),
  consent: z.boolean().exactOptional(),
  outage: z.enum(["none", "sign-in", "everything"]).exactOptional(),
});
