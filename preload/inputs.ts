import type { Calls } from "./contract.ts";
import { appInputs } from "./inputs/app.ts";
import type { Inputs } from "./inputs/common.ts";
import { dropInputs } from "./inputs/drop.ts";
import { explainInputs } from "./inputs/explain.ts";
import { exportInputs } from "./inputs/export.ts";
import { formInputs } from "./inputs/form.ts";
import { graphInputs } from "./inputs/graph.ts";
import { historyInputs } from "./inputs/history.ts";
import { jamfProInputs } from "./inputs/jamf-pro.ts";
import { knowledgeInputs } from "./inputs/knowledge.ts";
import { policiesInputs } from "./inputs/policies.ts";
import { practiceInputs } from "./inputs/practice.ts";
import { profileInputs } from "./inputs/profile.ts";
import { recentsInputs } from "./inputs/recents.ts";
import { savingInputs } from "./inputs/saving.ts";
import { setUpInputs } from "./inputs/set-up.ts";
import { signInsInputs } from "./inputs/sign-ins.ts";
import { templatesInputs } from "./inputs/templates.ts";
import { testInputs } from "./inputs/test.ts";

/** What main accepts from a page, call by call: nothing surplus, nothing without a limit. Only main loads it. */
export const inputs: Inputs<Calls> = {
  ...appInputs,
  ...profileInputs,
  ...savingInputs,
  ...formInputs,
  ...practiceInputs,
  ...testInputs,
  ...policiesInputs,
  ...graphInputs,
  ...historyInputs,
  ...knowledgeInputs,
  ...explainInputs,
  ...exportInputs,
  ...templatesInputs,
  ...dropInputs,
  ...signInsInputs,
  ...setUpInputs,
  ...jamfProInputs,
  ...recentsInputs,
};
