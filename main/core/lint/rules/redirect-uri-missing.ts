import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { exampleClient, exampleTenant, soundLogin } from "../sound-settings.ts";

/** A redirect URI that is left to the default. */
export const redirectUriMissing: LintRule = {
  id: "redirect-uri-missing",
  group: "identity",
  name: "The redirect URI is not written down",
  severity: "info",
  certainty: "inferred",
  why: "Without OIDCRedirectURI Jamf Connect uses https://127.0.0.1/jamfconnect, and Jamf's own sample for Entra leaves it out. A troubleshooting script of Jamf counts it among the keys that must be there, so writing it down is safe and leaving it out may not be.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        OIDCProvider: "EntraID",
        OIDCTenant: exampleTenant,
        OIDCClientID: exampleClient,
        OIDCROPGID: exampleClient,
      },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  check: ({ signIn }) => {
    if (signIn === null || signIn.clientId === null || signIn.redirectUri.keyPath !== null) return [];
    if (signIn.provider.value === "Okta") return [];
    return [
      hitAt(
        { domain: signIn.redirectUri.domain, keyPath: "OIDCRedirectURI" },
        {
          title: "The redirect URI is left to the default.",
          detail: `Jamf Connect uses ${signIn.redirectUri.value}, which has to stand in the app registration.`,
          fix: {
            label: "Write the default down",
            patch: {
              op: "set",
              payload: { domain: signIn.redirectUri.domain },
              path: ["OIDCRedirectURI"],
              value: signIn.redirectUri.value,
            },
          },
        },
      ),
    ];
  },
};
