import type { SetupStep } from "../setup-plan.ts";
import { roles } from "./roles.ts";

const settings = "/beta/identity/conditionalAccess/settings";

/**
 * Names the placeholder app in the tenant's baseline scopes settings. Reading them is documented; the member that holds the app is
 * not, so in a real tenant a person sets it.
 */
export const baselineStep: SetupStep = {
  id: "baseline-scopes",
  title: "Let the placeholder app stand for the basic scopes",
  role: roles.baseline,
  lookUp: { method: "GET", url: settings },
  create: null,
  update: null,
  saves: {},
  byHand:
    "Open https://aka.ms/BaselineScopesSettingsUX, choose Customize behavior, and choose the placeholder app. It then counts for every app of the tenant that asks for basic scopes only.",
  press: {
    method: "PATCH",
    url: settings,
    body: { advancedSettings: { baselineScopes: { resourceAppId: "{placeholderAppId}" } } },
  },
};
