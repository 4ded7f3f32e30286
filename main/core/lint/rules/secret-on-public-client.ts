import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import { hitAt } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A client secret for an app that has none. */
export const secretOnPublicClient: LintRule = {
  id: "secret-on-public-client",
  group: "identity",
  name: "A public client is given a secret",
  severity: "warning",
  certainty: "inferred",
  why: "The password check needs an app registration that allows public client flows, and Jamf's guide registers the redirect URI for a public client. Entra refuses a secret from such a client (AADSTS700025), and a secret that every Mac can read is none.",
  source: "https://learn.microsoft.com/entra/identity-platform/msal-client-applications",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, OIDCClientSecret: "example-of-a-secret" } },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ signIn, loginCheck, menuBarCheck }) {
    const seen = new Set<string>();
    for (const settings of [signIn, loginCheck, menuBarCheck]) {
      const secret = settings?.clientSecret ?? null;
      if (settings === null || secret === null || secret.keyPath === null || !isAnsweredByEntra(settings))
        continue;
      const place = `${secret.domain} ${secret.keyPath}`;
      if (seen.has(place)) continue;
      seen.add(place);
      yield hitAt(
        { domain: secret.domain, keyPath: secret.keyPath },
        {
          title: "A public client has no secret.",
          detail: `${secret.keyPath} holds one. Entra refuses it where the app registration is a public client, as Jamf's guide makes it.`,
          fix: {
            label: "Take the secret out",
            steps: [
              "Look at the app registration: with Allow public client flows on, take the secret out of the profile.",
              "Delete the secret in Entra as well: every Mac that had the profile could read it.",
            ],
          },
        },
      );
    }
  },
};
