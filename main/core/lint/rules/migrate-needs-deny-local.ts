import { hitAt } from "../hit.ts";
import { jamfPage } from "../jamf-page.ts";
import { localLogin } from "../local-login.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { loginDomain } from "../subject.ts";

/** Accounts are to be connected, and nobody has to sign in with the provider. */
export const migrateNeedsDenyLocal: LintRule = {
  id: "migrate-needs-deny-local",
  group: "lock-out",
  name: "Accounts are to be connected while the local login stays open",
  severity: "warning",
  certainty: "documented",
  why: "Migrate offers people to connect their local account with their network identity when they sign in with the provider. Jamf documents that it needs DenyLocal: while the local login is open, whoever goes on logging in as before is not asked to connect anything. Samples of Jamf's own set Migrate alone.",
  source: jamfPage("Account_Migration_Settings"),
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, Migrate: true } } },
  silent: {
    settings: {
      "com.jamf.connect.login": {
        ...soundLogin,
        Migrate: true,
        DenyLocal: true,
        DenyLocalExcluded: ["ladmin"],
        AllowNetworkSelection: true,
      },
    },
  },
  *check({ login }) {
    if (login?.flag("Migrate", false).value !== true || localLogin(login)?.denied === true) return;
    yield hitAt(
      { domain: loginDomain, keyPath: "Migrate" },
      {
        title: "Migrate needs DenyLocal, which is not set.",
        detail:
          "People can go on logging in locally, and whoever does is never asked to connect the account.",
        fix: {
          label: "Require the provider, with a way back",
          steps: [
            "Name an administrator that is on every Mac in DenyLocalExcluded.",
            "Then set DenyLocal to true. Or remove Migrate, if accounts are not to be connected.",
          ],
        },
      },
    );
  },
};
