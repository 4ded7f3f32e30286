import { daysLeft, type License, licenseGrace, licenseState } from "../../license/index.ts";
import { isBefore } from "../../oidc/version.ts";
import { withoutUnseen } from "../../text/unseen.ts";
import { exampleLicense } from "../example-license.ts";
import { hitAt } from "../hit.ts";
import { licensesIn } from "../licenses.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundMenuBar } from "../sound-settings.ts";

const today = "2026-11-29";
/** From how many days before the end it is worth a word. */
const soon = 30;

/** The license is over, or nearly. */
export const licenceExpired: LintRule = {
  id: "licence-expired",
  group: "secrets and structure",
  name: "The license has expired",
  severity: "error",
  certainty: "inferred",
  why: "With an expired license Jamf Connect stops its work; from 2.43 on it goes on for 14 days. That the last day counts and that the grace has 14 days is what a script by a Jamf employee does. Nobody warns before a profile with an old license is rolled out.",
  source: "https://github.com/Sunshine-was-here/jamf-connect-troubleshooting",
  fires: {
    settings: { "com.jamf.connect": { ...soundMenuBar, LicenseFile: exampleLicense("2026-10-31") } },
    today,
  },
  silent: {
    settings: { "com.jamf.connect": { ...soundMenuBar, LicenseFile: exampleLicense("2027-10-31") } },
    today,
  },
  *check(subject, context) {
    if (context.today === null) return;
    const hasGrace = !isBefore(context.jamfConnect, licenseGrace.since);
    for (const { setting, license } of licensesIn(subject)) {
      if (!license.ok) continue;
      const said = judge(license.value, context.today, hasGrace);
      if (said === null) continue;
      yield hitAt(setting, {
        ...said,
        fix: {
          label: "Renew the license",
          steps: [
            "Download the license that is good now from Jamf Account (https://account.jamf.com).",
            "Put it into LicenseFile in place of this one, before the profile reaches a Mac.",
          ],
        },
      });
    }
  },
};

function judge(
  license: License,
  day: string,
  hasGrace: boolean,
): Pick<Hit, "title" | "detail" | "severity"> | null {
  const left = daysLeft(license, day);
  const until = license.expires?.day ?? withoutUnseen(license.expires?.asWritten ?? "");
  const name = license.name === null ? "The license" : `The license of ${withoutUnseen(license.name)}`;
  switch (licenseState(license, day, hasGrace)) {
    case "expired":
      return {
        severity: "error",
        title: "The license has expired.",
        detail: `${name} was good until ${until}${hasGrace ? `, and the ${licenseGrace.days} days after that are over as well` : `; Jamf Connect before ${licenseGrace.since} grants no days after that`}.`,
      };
    case "grace":
      return {
        severity: "warning",
        title: "The license has expired and works for a few days more.",
        detail: `${name} was good until ${until}. From Jamf Connect ${licenseGrace.since} it works ${licenseGrace.days} days longer: ${days(licenseGrace.days + (left ?? 0))} are left.`,
      };
    case "valid":
      return (left ?? 0) > soon
        ? null
        : {
            severity: "info",
            title: `The license ends ${left === 0 ? "today" : `in ${days(left ?? 0)}`}.`,
            detail: `${name} is good until ${until}.`,
          };
    case "unknown":
      return license.expires === null
        ? null
        : {
            severity: "info",
            title: "The end of the license cannot be read.",
            detail: `It says ${JSON.stringify(until.slice(0, 60))}. Look at it in Jamf Account.`,
          };
  }
}

function days(count: number): string {
  return `${count} ${count === 1 ? "day" : "days"}`;
}
