import { providerFindings } from "../provider-findings.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A provider whose sign-in page does not open in a window of an app. */
export const providerRefusesEmbedded: LintRule = {
  id: "provider-refuses-embedded",
  group: "identity",
  name: "The provider refuses sign-in pages in an app's own window",
  severity: "warning",
  certainty: "documented",
  why: "Google lets nobody sign in inside an embedded window unless it knows the app. A test in the app's window can end with disallowed_useragent although the profile is right.",
  source: "https://developers.google.com/identity/protocols/oauth2/policies#browsers",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        OIDCProvider: "GoogleID",
        OIDCClientID: "829415848243-example.apps.googleusercontent.com",
        OIDCNewPassword: true,
      },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  check: ({ signIn }) => (signIn === null ? [] : providerFindings("oidc", signIn)),
};
