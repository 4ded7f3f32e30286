import type { TestSettings } from "../../profile/test-settings.ts";
import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import { exampleCheckApi, examplePolicy, scopesOf } from "../policy-examples.ts";
import type { LintRule } from "../rule.ts";
import { exampleClient, exampleTenant } from "../sound-settings.ts";

/** The one code that Jamf says counts as a correct password. */
const counted = 50076;

const menuBar = {
  Provider: "EntraID",
  TenantID: exampleTenant,
  ROPGID: exampleClient,
  ROPGScopes: scopesOf(exampleCheckApi),
};
const duo = examplePolicy({
  name: "Require Duo",
  controls: [],
  more: { customAuthenticationFactors: ["RequireDuoMfa"] },
});

/** A correct password is answered by a code that Jamf Connect is not told about. */
export const successCodesMissing: LintRule = {
  id: "success-codes-missing",
  group: "conditional access",
  name: "The answer to a correct password is not among the success codes",
  severity: "warning",
  certainty: "inferred",
  why: "Where a policy stops the check after the password was found right, Entra answers with the code of what it wants. That 50076 counts as a correct password is what Jamf says; others, such as 50158 of a custom control, count where ROPGSuccessCodes and IdPSettings.SuccessCodes list them. Otherwise people are told that their right password is wrong.",
  source: jamfPage("Initial_Password_Settings"),
  fires: { settings: { "com.jamf.connect": { IdPSettings: menuBar } }, policies: [duo] },
  silent: {
    settings: { "com.jamf.connect": { IdPSettings: { ...menuBar, SuccessCodes: ["AADSTS50158"] } } },
    policies: [duo],
  },
  *check({ loginCheck, menuBarCheck }, { answer }) {
    const check = answer?.signIns.find(({ id }) => id === "password-check");
    const code = check?.code ?? null;
    // A request that is refused by its form says nothing about the password.
    if (code === null || code === counted || check?.verdict.blocked !== "yes") return;
    for (const settings of [menuBarCheck, loginCheck]) {
      if (settings === null || !isSame(settings, check.scopes) || settings.successCodes.value.includes(code))
        continue;
      const keyPath = settings.from === "menu-bar" ? "IdPSettings.SuccessCodes" : "ROPGSuccessCodes";
      yield hitAt(
        { domain: settings.successCodes.domain, keyPath },
        {
          title: `Entra answers a correct password with AADSTS${code}, which ${keyPath} does not list.`,
          detail:
            "Jamf Connect is only known to take 50076 for a correct password. With another code people may be told that their password is wrong.",
          fix: {
            label: `List ${code}`,
            steps: [
              `Add ${code} to ${keyPath}, and test with the right and with a wrong password.`,
              "Or take the check out of the policy: an API app of its own, excluded from it.",
            ],
          },
        },
      );
    }
  },
};

/** The policies were weighed for one of the two checks; the other counts where it asks for the same. */
function isSame({ clientId, scopes }: TestSettings, asked: readonly string[]): boolean {
  return (
    clientId !== null &&
    scopes.value.length === asked.length &&
    scopes.value.every((scope) => asked.includes(scope))
  );
}
