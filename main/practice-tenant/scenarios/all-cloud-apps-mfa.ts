import { contoso } from "./contoso.ts";
import { mfaForEverything } from "./policies.ts";
import type { ScenarioFile } from "./scenario.ts";

export const scenario: ScenarioFile = {
  name: "all-cloud-apps-mfa",
  title: "MFA on all resources",
  story:
    "One policy asks everybody for MFA on all resources, with nothing excluded.\nThe login asks for a code; the password check is answered with 50076, which proves the password.",
  recipe: "simple",
  expected: {
    login: "succeeded",
    loginCode: null,
    loginMfa: true,
    check: "password-correct",
    checkCode: 50076,
    checkMfa: true,
  },
  tenant: { ...contoso, conditionalAccessPolicies: [mfaForEverything] },
};
