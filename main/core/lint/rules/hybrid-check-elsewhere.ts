import { isAnsweredByEntra } from "../../oidc/entra-settings.ts";
import type { TestSettings } from "../../profile/test-settings.ts";
import { hitAt, quoted } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { exampleClient, soundLogin } from "../sound-settings.ts";

/** A password check that another provider answers than the sign-in. */
export const hybridCheckElsewhere: LintRule = {
  id: "hybrid-check-elsewhere",
  group: "identity",
  name: "The password check goes to another provider",
  severity: "info",
  certainty: "documented",
  why: "In a hybrid setup the sign-in goes to Entra and the password check to AD FS or another provider. Entra's policies and its sign-in log say nothing about that check, and the practice tenant cannot play it: test it against the real provider.",
  source: "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Azure_AD_Hybrid_ID_Settings",
  fires: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        OIDCROPGID: exampleClient,
        ROPGProvider: "Custom",
        ROPGDiscoveryURL: "https://adfs.example.com/adfs/.well-known/openid-configuration",
      },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ signIn, loginCheck, menuBarCheck }) {
    if (signIn === null || !isAnsweredByEntra(signIn)) return;
    for (const check of [loginCheck, menuBarCheck]) {
      if (check !== null && !isAnsweredByEntra(check)) yield elsewhere(check);
    }
  },
};

function elsewhere({ from, provider, discoveryUrl }: TestSettings): Hit {
  const place = discoveryUrl ?? provider;
  const whose = from === "login" ? "login window" : "menu bar / Self Service+";
  const target = discoveryUrl === null ? quoted(provider.value) : quoted(discoveryUrl.value);
  return hitAt(
    { domain: place.domain, keyPath: place.keyPath ?? "" },
    {
      title: `The password check of the ${whose} does not go to Entra.`,
      detail: `It goes to ${target}. Policies and the sign-in log of Entra do not see it, and the practice tenant cannot play it.`,
      fix: {
        label: "Test it there",
        steps: [
          "Test the password check against the real provider.",
          "Look for its answers in that provider's own log.",
        ],
      },
    },
  );
}
