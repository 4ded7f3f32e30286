import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import { onlyBaselineScopes } from "../../oidc/scopes.ts";
import { isBefore } from "../../oidc/version.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A password check of a Jamf Connect that knows Entra's v1 endpoint only. */
export const ropgBefore212: LintRule = {
  id: "ropg-before-2.12",
  group: "identity",
  name: "The password check goes to Entra's v1 endpoint",
  severity: "warning",
  certainty: "inferred",
  why: "Before Jamf Connect 2.12 the password check went to Entra's v1 endpoint whatever the profile said. That endpoint does not go by scopes, so that an API of its own for the check has no effect. It is known from a conversation of administrators with Jamf; where the check asks for basic scopes only it is an info.",
  source: "https://github.com/jamf/jamfconnect/tree/main/azure_conditional_access",
  fires: { settings: { "com.jamf.connect.login": soundLogin }, jamfConnect: "2.11" },
  silent: { settings: { "com.jamf.connect.login": soundLogin }, jamfConnect: "2.12" },
  *check({ loginCheck, menuBarCheck }, { jamfConnect }) {
    if (!isBefore(jamfConnect, "2.12")) return;
    for (const check of [loginCheck, menuBarCheck]) {
      if (check === null || check.clientId === null || !isAnsweredByEntra(check)) continue;
      const isPlain = onlyBaselineScopes(check.scopes.value);
      const { domain, keyPath } = check.scopes.keyPath === null ? check.clientId : check.scopes;
      yield hitAt(
        { domain, keyPath: keyPath ?? "" },
        {
          severity: isPlain ? "info" : "warning",
          title: "This Jamf Connect checks passwords at Entra's v1 endpoint.",
          detail: `The profile is for ${jamfConnect}. Before 2.12 the check went to v1, which does not go by scopes.`,
          fix: { label: "Update first", steps: ["Update Jamf Connect to 2.12 or later."] },
        },
      );
    }
  },
};
