/** Sets a recipe up in a tenant: the requests, who may send them, what stays by hand, and the way back. */
export { type GraphRestStep, graphRestScript } from "./graph-rest.ts";
export { setupNote, setupTag } from "./mark.ts";
export { setUp } from "./plan.ts";
export type {
  ExistingPolicy,
  GraphRequest,
  SetupAddition,
  SetupPlan,
  SetupPrints,
  SetupRequest,
  SetupStep,
  UndoStep,
} from "./setup-plan.ts";
export { defaultSetupName, readSetupRequest, type SetupWishes } from "./setup-request.ts";
