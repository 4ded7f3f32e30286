import { smartLockout } from "../../providers/smart-lockout.ts";
import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import type { LintRule } from "../rule.ts";
import { soundMenuBar } from "../sound-settings.ts";
import { menuBarDomain } from "../subject.ts";

const keyPath = "PasswordPolicies.NetworkCheck";
/** The shortest time that Jamf ever had as a default, in minutes. */
const shortestDefault = 15;
const minutesADay = 24 * 60;

/** The silent check runs more often than Jamf's own defaults, old and new. */
export const checkIntervalTooShort: LintRule = {
  id: "check-interval-too-short",
  group: "lock-out",
  name: "The password is checked very often",
  severity: "warning",
  certainty: "documented",
  why: "Each check is a sign-in of its own: a line in the sign-in log, a red one where a policy demands MFA. After a password was changed elsewhere each Mac goes on sending the old one. With password hash synchronization Entra counts the same wrong password once; with pass-through authentication, AD FS and other providers each check counts, and locks the account. Jamf's default is 60 minutes since 2.11, was 15 before, and 0 switches the timed check off.",
  source: jamfPage("Password_Policy_Settings"),
  fires: {
    settings: { "com.jamf.connect": { ...soundMenuBar, PasswordPolicies: { NetworkCheck: 5 } } },
  },
  silent: {
    settings: { "com.jamf.connect": { ...soundMenuBar, PasswordPolicies: { NetworkCheck: 60 } } },
  },
  *check({ menuBar }) {
    const minutes = menuBar?.number(keyPath)?.value ?? null;
    if (minutes === null || !(minutes > 0) || minutes >= shortestDefault) return;
    const checks = Math.round(minutesADay / minutes);
    yield hitAt(
      { domain: menuBarDomain, keyPath },
      {
        title: `The password is checked every ${amount(minutes, "minute")}.`,
        detail: `That is ${checks.toLocaleString("en-US")} lines in the sign-in log a day for each Mac; with the default of 60 minutes it is 24. Where each wrong password counts, one Mac with an old password reaches Entra's ${smartLockout.usual} tries after ${timeFor(smartLockout.usual, minutes)}. In the US government cloud it reaches ${smartLockout.government} after ${timeFor(smartLockout.government, minutes)}.`,
        fix: {
          label: "Check less often",
          steps: [
            "Set NetworkCheck to 60, or take it out for Jamf's default.",
            "The value 0 switches the timed check off, by Jamf's schema of 2021.",
          ],
        },
      },
    );
  },
};

/** The first try is at the start. */
function timeFor(tries: number, minutes: number): string {
  const total = Math.round((tries - 1) * minutes);
  if (total < 60) return amount(total, "minute");
  const rest = total % 60;
  return `${amount(Math.floor(total / 60), "hour")}${rest === 0 ? "" : ` and ${amount(rest, "minute")}`}`;
}

function amount(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
