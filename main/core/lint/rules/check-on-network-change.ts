import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import type { LintRule } from "../rule.ts";
import { soundMenuBar } from "../sound-settings.ts";
import { menuBarDomain } from "../subject.ts";

const keyPath = "PasswordPolicies.CheckOnNetworkChange";

/** Checks that no timer bounds. */
export const checkOnNetworkChange: LintRule = {
  id: "check-on-network-change",
  group: "lock-out",
  name: "Each change of network checks the password",
  severity: "info",
  certainty: "inferred",
  why: "With this key a Mac checks the password at each change of network, on top of the timed checks. That is every wake-up in another place, and on a train every gap in the signal. How many that are, nobody can say beforehand, and each one is a line in the sign-in log and, with an old password, a wrong try. The key is known from a real profile only; what it does is concluded from its name.",
  source: jamfPage("Password_Policy_Settings"),
  fires: {
    settings: { "com.jamf.connect": { ...soundMenuBar, PasswordPolicies: { CheckOnNetworkChange: true } } },
  },
  silent: {
    settings: { "com.jamf.connect": { ...soundMenuBar, PasswordPolicies: { CheckOnNetworkChange: false } } },
  },
  *check({ menuBar }) {
    if (menuBar?.flag(keyPath, false).value !== true) return;
    const minutes = menuBar.number("PasswordPolicies.NetworkCheck")?.value ?? null;
    yield hitAt(
      { domain: menuBarDomain, keyPath },
      {
        title: "The password is checked at each change of network, too.",
        detail:
          minutes === 0
            ? "The timed check is switched off, so these are the only ones. Nobody can count them beforehand."
            : `They come on top of the one every ${minutes ?? 60} minutes, and nobody can count them beforehand.`,
        fix: {
          label: "Decide whether it is needed",
          steps: [
            "Watch the sign-in log of one Mac that moves around for a day before you roll it out.",
            "Take the key out where the timed check is enough.",
          ],
        },
      },
    );
  },
};
