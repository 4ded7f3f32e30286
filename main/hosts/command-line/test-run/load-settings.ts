import type { Finding } from "../../../core/finding.ts";
import { checkDifferences } from "../../../core/lint/check-differences.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../core/profile/test-settings.ts";
import type { Terminal } from "../command.ts";
import { openDocument } from "../open-document.ts";

/** Reads the settings of the login window's sign-in. */
export async function loginSettings(path: string, terminal: Terminal): Promise<Result<TestSettings>> {
  const opened = await openDocument(path, terminal);
  return opened.ok ? named(path, testSettings(opened.value.document, "login", "sign-in")) : opened;
}

/**
 * Reads the settings of the password check. Without `--from` the menu-bar domain is taken where the profile has one, because
 * that is the check that runs all day; else the login domain.
 */
export async function checkSettings(
  path: string,
  from: SettingsSource | null,
  terminal: Terminal,
): Promise<Result<CheckSettings>> {
  const opened = await openDocument(path, terminal);
  if (!opened.ok) return opened;
  const { document } = opened.value;
  const settings = named(path, checkSettingsOf(document, from));
  if (!settings.ok) return settings;
  const other = testSettings(
    document,
    settings.value.from === "login" ? "menu-bar" : "login",
    "password-check",
  );
  const usable = other.ok && other.value.clientId !== null ? other.value : null;
  return succeed({ settings: settings.value, findings: checkDifferences(settings.value, usable) });
}

/** The settings of a password check, and where the check of the other domain differs from it. */
export type CheckSettings = { readonly settings: TestSettings; readonly findings: readonly Finding[] };

/** The settings of the password check, as {@link checkSettings} chooses them. */
export function checkSettingsOf(
  document: ProfileDocument,
  from: SettingsSource | null,
): Result<TestSettings> {
  if (from !== null) return testSettings(document, from, "password-check");
  const menuBar = testSettings(document, "menu-bar", "password-check");
  if (menuBar.ok && menuBar.value.clientId !== null) return menuBar;
  const login = testSettings(document, "login", "password-check");
  return login.ok && (!menuBar.ok || login.value.clientId !== null) ? login : menuBar;
}

function named(path: string, result: Result<TestSettings>): Result<TestSettings> {
  if (result.ok) return succeed(result.value);
  return fail({ ...result.problem, title: `${path}: ${result.problem.title}` });
}
