import type { PracticeCalls, PracticeChange } from "../contract/practice.ts";
import { type Inputs, nothing } from "./common.ts";
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

const practiceChange: z.ZodType<PracticeChange> = z.strictObject({
  policyStates: z
    .record(z.string().max(64), z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]))
    .exactOptional(),
  baselineScopes: z.enum(["enforced", "legacy", "placeholder"]).exactOptional(),
  securityDefaults: z.boolean().exactOptional(),
  device: z.enum(["unknown", "registered", "compliant"]).exactOptional(),
  deviceShownBy: z.enum(["every-sign-in", "browsers"]).exactOptional(),
  place: z.string().max(64).exactOptional(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .exactOptional(),
  maliciousAddress: z.boolean().exactOptional(),
  signInRisk: risk.exactOptional(),
  accounts: z.record(z.string().max(1024), accountChange).exactOptional(),
  publicClientFlows: z.boolean().exactOptional(),
  consent: z.boolean().exactOptional(),
  outage: z.enum(["none", "sign-in", "everything"]).exactOptional(),
});

export const practiceInputs: Inputs<PracticeCalls> = {
  "practice.scenarios": nothing,
  "practice.status": nothing,
  "practice.start": z.strictObject({ scenario: z.string().max(64), openProfile: z.boolean() }),
  "practice.change": practiceChange,
  "practice.reset": nothing,
  "practice.stop": nothing,
};
