import type { Finding } from "../../core/finding.ts";
import { checkDifferences } from "../../core/lint/check-differences.ts";
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
  const other = testSettings(
    document,
    settings.value.from === "login" ? "menu-bar" : "login",
    "password-check",
  );
  const usable = other.ok && other.value.clientId !== null ? other.value : null;
  return succeed({ settings: settings.value, findings: checkDifferences(settings.value, usable) });
}

function either(document: ProfileDocument): Result<TestSettings> {
  const menuBar = testSettings(document, "menu-bar", "password-check");
  if (menuBar.ok && menuBar.value.clientId !== null) return menuBar;
  const login = testSettings(document, "login", "password-check");
  return login.ok && (!menuBar.ok || login.value.clientId !== null) ? login : menuBar;
}
