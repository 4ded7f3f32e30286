import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import { localLogin } from "../local-login.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

/** The local login is hidden, and nobody is left who may use it. */
export const denyLocalWithoutWayBack: LintRule = {
  id: "deny-local-without-way-back",
  group: "lock-out",
  name: "Nobody gets in if the network or the provider fails",
  severity: "error",
  certainty: "documented",
  why: "DenyLocal hides the local login for everybody. Without LocalFallback and without an account in DenyLocalExcluded, one fault keeps everybody out, administrators too. No network is enough, or a provider that is down, an expired certificate on the way there or a wrong client ID.",
  source: jamfPage("Login_Window_Authentication_Settings"),
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, DenyLocal: true } } },
  silent: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, DenyLocal: true, DenyLocalExcluded: ["ladmin"] },
    },
  },
  *check({ login }) {
    const way = localLogin(login);
    if (way === null || !way.denied || way.fallback || way.excluded.length > 0) return;
    yield hitAt(
      { domain: loginDomain, keyPath: "DenyLocal" },
      {
        title: "Nobody gets into this Mac if the network or the provider fails.",
        detail:
          "DenyLocal hides the local login. LocalFallback is off, so the local login stays hidden without a network, and DenyLocalExcluded names no account that may use it.",
        fix: {
          label: "Turn on LocalFallback",
          steps: [
            "Set LocalFallback to true, for Macs without a network.",
            "Put the short name of an administrator that is on every Mac into DenyLocalExcluded as well, for a provider that fails.",
          ],
        },
      },
    );
  },
};
