import type { Finding } from "../../core/finding.ts";
import { documentAlone } from "../../core/lint/context.ts";
import { lintDocument } from "../../core/lint/lint-document.ts";
import { domainsDisagree } from "../../core/lint/rules/domains-disagree.ts";
import { type Result, succeed } from "../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../core/profile/test-settings.ts";

/** The settings of a password check, and where the check of the other domain differs from it. */
export type CheckSettings = { readonly settings: TestSettings; readonly findings: readonly Finding[] };

/**
 * The settings of the password check.
 *
 * @param from whose; null takes the menu-bar domain where the profile has one, because that is the check that runs all day,
 *   else the login domain
 */
export function checkSettings(document: ProfileDocument, from: SettingsSource | null): Result<CheckSettings> {
  const settings = from === null ? either(document) : testSettings(document, from, "password-check");
  if (!settings.ok) return settings;
  const findings = lintDocument(document, documentAlone, [domainsDisagree]);
  return succeed({ settings: settings.value, findings });
}

function either(document: ProfileDocument): Result<TestSettings> {
  const menuBar = testSettings(document, "menu-bar", "password-check");
  if (menuBar.ok && menuBar.value.clientId !== null) return menuBar;
  const login = testSettings(document, "login", "password-check");
  return login.ok && (!menuBar.ok || login.value.clientId !== null) ? login : menuBar;
}
