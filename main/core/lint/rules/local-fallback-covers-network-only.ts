import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import { localLogin } from "../local-login.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

const fallback = { ...soundLogin, DenyLocal: true, LocalFallback: true, AllowNetworkSelection: true };

/** The only way back is the one for a Mac without a network. */
export const localFallbackCoversNetworkOnly: LintRule = {
  id: "local-fallback-covers-network-only",
  group: "lock-out",
  name: "The way back is for a missing network only",
  severity: "warning",
  certainty: "inferred",
  why: "LocalFallback is documented for a Mac that has no network. Jamf publishes nothing about a Mac that has a network and is refused by the provider. A wrong client ID, a blocking policy, an outage or a deleted app registration does that. An account in DenyLocalExcluded helps in each of these cases.",
  source: jamfPage("Login_Window_Authentication_Settings"),
  fires: { settings: { "com.jamf.connect.login": fallback } },
  silent: { settings: { "com.jamf.connect.login": { ...fallback, DenyLocalExcluded: ["ladmin"] } } },
  *check({ login }) {
    const way = localLogin(login);
    if (way === null || !way.denied || !way.fallback || way.excluded.length > 0) return;
    yield hitAt(
      { domain: loginDomain, keyPath: "LocalFallback" },
      {
        title: "Nobody gets in when the network is there and the provider refuses.",
        detail:
          "LocalFallback is the only way back from DenyLocal, and it is for a Mac without a network. DenyLocalExcluded names no account.",
        fix: {
          label: "Keep an account that may log in locally",
          steps: ["Put the short name of an administrator that is on every Mac into DenyLocalExcluded."],
        },
      },
    );
  },
};
