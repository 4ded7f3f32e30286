/** Sets a recipe up in a tenant: the requests, who may send them, what stays by hand, and the way back. */
export { type Difference, differences, differs, type GraphObject } from "./differs.ts";
export { type SetupFormat, setupFormats, setupScript } from "./formats/index.ts";
export { type GraphRestStep, graphRestScript } from "./graph-rest.ts";
export { type Looked, type LookUp, lookUpIn, type ReadLists } from "./look-up.ts";
export { setupNote, setupTag } from "./mark.ts";
export { otherPoliciesState, policiesOnEverything } from "./other-policies.ts";
export { breakGlassCaution, setUp } from "./plan.ts";
export { type PrintedIds, printedText, readPrintedIds, writePrintedIds } from "./printed-ids.ts";
export {
  missingName,
  namesIn,
  type SavedValues,
  savedFrom,
  textWithSaved,
  withSaved,
} from "./saved-values.ts";
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
export { isSettled, type PlanState, planState, type StepState } from "./step-state.ts";
export { type UsersText, type UsersTextFacts, usersText } from "./users-text.ts";
