import type { PoliciesCalls } from "../contract/policies.ts";
import { fileHandle, type Inputs, nothing, optionalUserName, settingsSource } from "./common.ts";
import { z } from "./zod.ts";

const id = z.string().max(300);
/** A person can be in thousands of groups. */
const ids = z.array(id).max(20_000);
const notIn = z.union([ids, z.literal("all")]);
const level = z.enum(["none", "low", "medium", "high"]);
const scopes = z.string().max(4000).nullable();

const whatIf = z.strictObject({
  assumed: z.strictObject({
    user: id.exactOptional(),
    userType: z.enum(["member", "guest", "b2bCollaborationGuest", "b2bCollaborationMember"]).exactOptional(),
    homeTenant: id.exactOptional(),
    groups: ids.exactOptional(),
    roles: ids.exactOptional(),
    namedLocations: ids.exactOptional(),
    notIn: z
      .strictObject({
        users: notIn.exactOptional(),
        groups: notIn.exactOptional(),
        roles: notIn.exactOptional(),
        locations: notIn.exactOptional(),
      })
      .exactOptional(),
    ipAddress: z.string().max(64).exactOptional(),
    country: z.string().max(2).exactOptional(),
    trusted: z.boolean().exactOptional(),
    platform: z.enum(["macOS", "windows", "iOS", "android", "linux"]).nullable().exactOptional(),
    clientAppType: z.enum(["browser", "mobileAppsAndDesktopClients"]).exactOptional(),
    device: z
      .strictObject({ isCompliant: z.boolean(), trustType: z.string().max(40).nullable() })
      .nullable()
      .exactOptional(),
    signInRisk: level.exactOptional(),
    userRisk: level.exactOptional(),
    insiderRisk: z.enum(["none", "minor", "moderate", "elevated"]).exactOptional(),
  }),
  baselineScopes: z.string().max(64).nullable(),
  changes: z
    .array(
      z.discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("exclude-application"), policyId: id, appId: id }),
        z.strictObject({ kind: z.literal("exclude-person"), policyId: id }),
        z.strictObject({
          kind: z.literal("set-state"),
          policyId: id,
          state: z.enum(["enabled", "disabled", "enabledForReportingButNotEnforced"]),
        }),
      ]),
    )
    .max(20_000),
  scopes: z.strictObject({ login: scopes, check: scopes }),
});

/** Which sign-ins are asked about, and under what. */
export const matrixInput = { from: settingsSource, username: optionalUserName, whatIf };

export const policiesInputs: Inputs<PoliciesCalls> = {
  "policies.current": nothing,
  "policies.load": z.strictObject({
    name: z.string().max(4096),
    files: z.array(z.strictObject({ file: fileHandle, path: z.string().max(4096) })).max(2000),
    adds: z.boolean(),
  }),
  "policies.clear": nothing,
  "policies.matrix": z.strictObject(matrixInput),
  "policies.explain": z.strictObject(matrixInput),
  "policies.export": z.strictObject({
    ...matrixInput,
    format: z.enum(["markdown", "json"]),
    isMasked: z.boolean(),
  }),
  "policies.detail": z.strictObject({ ...matrixInput, policyId: id }),
  "recipes.list": nothing,
  "recipes.apply": z.strictObject({
    name: z.string().max(64),
    loginApi: z.string().max(300),
    checkApi: z.string().max(300),
  }),
};
