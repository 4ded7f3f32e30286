import { discoveryAddress } from "../../oidc/discovery-address.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { exampleTenant, soundLogin } from "../sound-settings.ts";

/** A sign-in and a check that go to two versions of Entra's endpoints. */
export const discoveryVersionMixed: LintRule = {
  id: "discovery-version-mixed",
  group: "identity",
  name: "Sign-in and check use two versions of Entra's endpoints",
  severity: "warning",
  certainty: "inferred",
  why: "Entra's v1 endpoint is asked for a resource, the v2 endpoint for scopes. Where the sign-in goes to one and a check to the other, the same scopes mean two things, and Conditional Access can decide differently about each.",
  source: "https://learn.microsoft.com/entra/identity-platform/access-tokens#token-formats",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        ROPGDiscoveryURL: `https://login.microsoftonline.com/${exampleTenant}/.well-known/openid-configuration`,
      },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ signIn, loginCheck, menuBarCheck }) {
    const base = signIn === null ? null : versionOf(signIn);
    if (base === null) return;
    const seen = new Set<string>();
    for (const check of [loginCheck, menuBarCheck]) {
      const version = check === null ? null : versionOf(check);
      if (check === null || version === null || version === base) continue;
      const place = check.discoveryUrl?.keyPath === undefined ? signIn?.discoveryUrl : check.discoveryUrl;
      const { domain, keyPath } = place ?? check.provider;
      if (seen.has(`${domain} ${keyPath}`)) continue;
      seen.add(`${domain} ${keyPath}`);
      yield hitAt(
        { domain, keyPath: keyPath ?? "" },
        {
          title: "The sign-in and a password check use two versions of Entra's endpoints.",
          detail: `The sign-in goes to ${base}, the check of the ${check.from === "login" ? "login window" : "menu bar / Self Service+"} to ${version}.`,
          fix: {
            label: "Use v2 for both",
            steps: [
              "Leave the discovery addresses out, or write /v2.0/.well-known/openid-configuration in each.",
            ],
          },
        },
      );
    }
  },
};

/** The version that the current Jamf Connect would use; null where Entra does not answer. */
function versionOf(settings: TestSettings): "v1" | "v2" | null {
  const address = discoveryAddress({ kind: "oidc", settings, authority: null, jamfConnectVersion: null });
  return address.ok ? address.value.entra : null;
}
