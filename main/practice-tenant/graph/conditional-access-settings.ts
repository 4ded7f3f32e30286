import { z } from "zod";
import { WINDOWS_AZURE_ACTIVE_DIRECTORY } from "../sign-in/well-known.ts";
import type { Action } from "./collection.ts";
import { badRequest } from "./graph-answer.ts";

const NONE = "00000000-0000-0000-0000-000000000000";

const bodySchema = z.looseObject({
  advancedSettings: z.looseObject({ baselineScopes: z.looseObject({ resourceAppId: z.guid() }) }),
});

/**
 * `conditionalAccess/settings` (beta) with the member that answers of 2026 have for the baseline scopes: the app that they count as,
 * zeros where they count as none. Microsoft documents neither the member nor that it can be written; a set-up script therefore leaves
 * the change to a person in the admin center, and only the practice tenant takes it here.
 */
export const conditionalAccessSettings: readonly Action[] = [
  {
    route: "GET identity/conditionalAccess/settings",
    only: "beta",
    permissions: ["Policy.Read.ConditionalAccess", "Policy.Read.All", "Policy.ReadWrite.ConditionalAccess"],
    run: (practice) => shown(practice.tenant().baselineScopes),
  },
  {
    route: "PATCH identity/conditionalAccess/settings",
    only: "beta",
    permissions: ["Policy.ReadWrite.ConditionalAccess"],
    run: (practice, { body }) => {
      const read = bodySchema.safeParse(body);
      if (!read.success)
        return badRequest("advancedSettings.baselineScopes.resourceAppId has to be an app id.");
      const tenant = practice.tenant();
      const appId = read.data.advancedSettings.baselineScopes.resourceAppId.toLowerCase();
      const known = appId === WINDOWS_AZURE_ACTIVE_DIRECTORY || appId === NONE;
      if (!known && !tenant.applications.some((app) => app.appId.toLowerCase() === appId))
        return badRequest(`No application of this tenant has the id ${appId}.`);
      const baselineScopes =
        appId === WINDOWS_AZURE_ACTIVE_DIRECTORY ? "enforced" : appId === NONE ? "legacy" : appId;
      practice.replaceTenant({ ...tenant, baselineScopes });
      return null;
    },
  },
];

function shown(setting: string) {
  const known: Readonly<Record<string, string>> = { enforced: WINDOWS_AZURE_ACTIVE_DIRECTORY, legacy: NONE };
  return { advancedSettings: { baselineScopes: { resourceAppId: known[setting] ?? setting } } };
}
