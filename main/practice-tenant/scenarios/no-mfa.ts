import { contoso } from "./contoso.ts";
import type { ScenarioFile } from "./scenario.ts";

export const scenario: ScenarioFile = {
  name: "no-mfa",
  title: "No MFA anywhere",
  story:
    "Nobody has set up MFA, and no policy exists.\nLogin and password check both succeed with the password alone.",
  recipe: "none",
  expected: {
    login: "succeeded",
    loginCode: null,
    loginMfa: false,
    check: "succeeded",
    checkCode: null,
    checkMfa: false,
  },
  tenant: contoso,
};
