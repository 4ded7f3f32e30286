import type { Finding } from "../../core/finding.ts";
import { profileFindings } from "../../core/lint/sign-in-findings.ts";
import { answeredByEntra, type Tested } from "../../core/pair/predict.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../core/profile/test-settings.ts";

/** A profile, and the file it came from where there may be several. */
export type NamedDocument = { readonly document: ProfileDocument; readonly path: string | null };

/** The two sign-ins that Conditional Access decides about, and what the profile leaves open about them. */
export type ProfileSignIns = { readonly tested: Tested; readonly findings: readonly Finding[] };

/**
 * The two sign-ins of one or more profiles, as policies are evaluated for them. Login and menu-bar settings may be in one
 * file or in one file each; the first file that has the settings counts.
 *
 * @param from whose password check; null takes the menu bar's, which runs all day, else the login window's own
 * @returns problems: `provider-not-entra` where Entra answers neither; `settings-missing`, `provider-missing` and
 *   `provider-unknown` of the settings, with the file in front where there is one
 */
export function profileSignIns(
  documents: readonly NamedDocument[],
  from: SettingsSource | null,
): Result<ProfileSignIns> {
  const login = firstSettings(documents, (document) => testSettings(document, "login"));
  if (!login.ok) return login;
  const menuBar = firstSettings(documents, (document) => testSettings(document, "menu-bar"));
  if (!menuBar.ok) return menuBar;
  const ownCheck = firstSettings(documents, (document) => testSettings(document, "login", "password-check"));
  const loginCheck = ownCheck.ok ? ownCheck.value : null;
  const check = from === "login" ? loginCheck : (menuBar.value ?? (from === null ? loginCheck : null));
  const any = login.value ?? check;
  if (any === null) return fail(incomplete(documents) ?? noSettings(documents));
  const tested = answeredByEntra({ login: login.value, check });
  if (tested.login === null && tested.check === null) return fail(notEntra(any));
  const own = answeredByEntra({ login: null, check: loginCheck }).check;
  return succeed({ tested, findings: profileFindings({ ...tested, loginCheck: own }) });
}

/** Problems of a document that simply has nothing to say about one of the two sign-ins. */
const NOTHING_THERE = new Set(["settings-missing", "provider-missing"]);

/** The settings of the first document that has them; null when none has; any other problem ends the search. */
function firstSettings(
  documents: readonly NamedDocument[],
  read: (document: ProfileDocument) => Result<TestSettings>,
): Result<TestSettings | null> {
  for (const { document, path } of documents) {
    const settings = read(document);
    if (settings.ok) return settings;
    if (!NOTHING_THERE.has(settings.problem.code)) return fail(named(settings.problem, path));
  }
  return succeed(null);
}

/** A profile without usable settings often lacks no more than the provider; that says what to do. */
function incomplete(documents: readonly NamedDocument[]): Problem | null {
  for (const { document, path } of documents) {
    for (const from of ["login", "menu-bar"] as const) {
      const settings = testSettings(document, from);
      if (!settings.ok && settings.problem.code === "provider-missing") return named(settings.problem, path);
    }
  }
  return null;
}

function named(problem: Problem, path: string | null): Problem {
  return path === null ? problem : { ...problem, title: `${path}: ${problem.title}` };
}

function noSettings(documents: readonly NamedDocument[]): Problem {
  const paths = documents.map(({ path }) => path).filter((path) => path !== null);
  return {
    code: "settings-missing",
    title: "The profile has no settings of Jamf Connect.",
    detail: `${paths.length === 0 ? "It" : paths.join(", ")} manages neither com.jamf.connect.login nor com.jamf.connect.`,
    fix: "Give the profile that configures Jamf Connect.",
  };
}

function notEntra(settings: TestSettings): Problem {
  return {
    code: "provider-not-entra",
    title: "Conditional Access belongs to Microsoft Entra ID, and this profile names another provider.",
    detail: `The provider of the profile is ${settings.providerAsWritten}.`,
    fix: "Give a profile for EntraID. For another provider look at its own sign-on policies.",
  };
}
