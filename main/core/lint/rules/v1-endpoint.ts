import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import type { LintRule } from "../rule.ts";
import { onV1 } from "../sign-in-findings.ts";
import { exampleTenant, soundLogin } from "../sound-settings.ts";

/** A sign-in or check at the older endpoint of Entra. */
export const v1Endpoint: LintRule = {
  id: "v1-endpoint",
  group: "identity",
  name: "The profile uses Entra's v1 endpoint",
  severity: "info",
  certainty: "inferred",
  why: "A discovery address without /v2.0 leads to Entra's v1 endpoint, where the parameter resource names the target and scopes do not. Which resource Jamf Connect names there is not documented, so predictions take the scopes all the same.",
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCDiscoveryURL: `https://login.microsoftonline.com/${exampleTenant}/.well-known/openid-configuration`,
      },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ signIn, loginCheck, menuBarCheck }) {
    const seen = new Set<string>();
    for (const settings of [signIn, loginCheck, menuBarCheck]) {
      if (settings === null || !isAnsweredByEntra(settings)) continue;
      for (const finding of onV1(settings)) {
        const place = `${finding.where.domain} ${finding.where.keyPath}`;
        if (seen.has(place)) continue;
        seen.add(place);
        yield finding;
      }
    }
  },
};
