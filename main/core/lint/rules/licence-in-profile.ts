import { licenseText } from "../../license/index.ts";
import { withoutUnseen } from "../../text/unseen.ts";
import { exampleLicense } from "../example-license.ts";
import { hitAt } from "../hit.ts";
import { licensesIn } from "../licenses.ts";
import type { LintRule } from "../rule.ts";
import { soundMenuBar } from "../sound-settings.ts";

/** The license goes with the settings. */
export const licenceInProfile: LintRule = {
  id: "licence-in-profile",
  group: "secrets and structure",
  name: "The profile carries the license",
  severity: "info",
  certainty: "documented",
  why: "The license names the organization and is good for as many Macs as it says; whoever gets the file gets the license. In a profile of its own it can be renewed without touching the settings, and the settings can be shared. A license that cannot be read leaves Jamf Connect as a trial, which ends 30 days after the release of the version.",
  source: "https://github.com/Sunshine-was-here/jamf-connect-troubleshooting",
  fires: { settings: { "com.jamf.connect": { ...soundMenuBar, LicenseFile: exampleLicense("2027-01-31") } } },
  silent: { settings: { "com.jamf.connect": soundMenuBar } },
  *check(subject) {
    for (const { setting, license } of licensesIn(subject)) {
      if (license.ok) {
        yield hitAt(setting, {
          title: "This profile carries the license of Jamf Connect.",
          detail: `${withoutUnseen(licenseText(license.value))}. Whoever gets the file gets the license.`,
          fix: {
            label: "Give it a profile of its own",
            steps: [
              "Put LicenseFile into a profile that holds nothing else, and scope it to the same Macs.",
              "Keep that file out of shared folders and repositories.",
            ],
          },
        });
      } else {
        yield hitAt(setting, {
          title: license.problem.title,
          detail: `${license.problem.detail} Without a license Jamf Connect runs as a trial.`,
          severity: "warning",
          fix: { label: "Take the license again", steps: [license.problem.fix] },
        });
      }
    }
  },
};
