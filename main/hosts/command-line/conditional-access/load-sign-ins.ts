import {
  loginWindowSignIn,
  passwordCheckSignIn,
  type SignIn,
} from "../../../core/conditional-access/index.ts";
import type { Finding } from "../../../core/finding.ts";
import { profileFindings } from "../../../core/lint/sign-in-findings.ts";
import { isAnsweredByEntra } from "../../../core/oidc/entra-settings.ts";
import type { TypedJson } from "../../../core/plist/index.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { describeProfile, type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { Terminal } from "../command.ts";
import { openDocument } from "../open-document.ts";

/** The two sign-ins of one or more profiles, and how often the check runs. */
export type LoadedSignIns = {
  readonly login: SignIn | null;
  readonly check: SignIn | null;
  /** `PasswordPolicies.NetworkCheck`, in minutes. */
  readonly checkMinutes: number | null;
  readonly findings: readonly Finding[];
};

/**
 * Forms the two sign-ins from a profile. Login and menu-bar settings may be in one file or in one file each; the
 * first file that has the settings counts. Without menu-bar settings the login window's own password check counts.
 */
export async function loadSignIns(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Result<LoadedSignIns>> {
  const documents: ProfileDocument[] = [];
  for (const path of paths) {
    const opened = await openDocument(path, terminal);
    if (!opened.ok) return opened;
    documents.push(opened.value.document);
  }
  const login = firstSettings(documents, paths, (document) => testSettings(document, "login"));
  if (!login.ok) return login;
  const menuBar = firstSettings(documents, paths, (document) => testSettings(document, "menu-bar"));
  if (!menuBar.ok) return menuBar;
  const ownCheck = firstSettings(documents, paths, (document) =>
    testSettings(document, "login", "password-check"),
  );
  const loginCheck = ownCheck.ok ? ownCheck.value : null;
  const any = login.value ?? menuBar.value ?? loginCheck;
  if (any === null) return fail(incomplete(documents, paths) ?? noSettings(paths));
  const own = { login: entraOnly(login.value), loginCheck: entraOnly(loginCheck) };
  const check = entraOnly(menuBar.value ?? loginCheck);
  if (own.login === null && check === null) return fail(notEntra(any));
  return succeed({
    login: own.login === null ? null : loginWindowSignIn(own.login),
    check: check === null ? null : passwordCheckSignIn(check),
    checkMinutes: documents.map(networkCheck).find((minutes) => minutes !== null) ?? null,
    findings: profileFindings({ ...own, check }),
  });
}

/** Conditional Access decides about what Entra answers; in a hybrid setup the check goes to AD FS. */
function entraOnly(settings: TestSettings | null): TestSettings | null {
  return settings !== null && isAnsweredByEntra(settings) ? settings : null;
}

/** Problems of a document that simply has nothing to say about one of the two sign-ins. */
const NOTHING_THERE = new Set(["settings-missing", "provider-missing"]);

/** A profile without usable settings often lacks no more than the provider; that says what to do. */
function incomplete(documents: readonly ProfileDocument[], paths: readonly string[]): Problem | null {
  for (const [index, document] of documents.entries()) {
    for (const from of ["login", "menu-bar"] as const) {
      const settings = testSettings(document, from);
      if (!settings.ok && settings.problem.code === "provider-missing") {
        return { ...settings.problem, title: `${paths[index] ?? ""}: ${settings.problem.title}` };
      }
    }
  }
  return null;
}

/** The settings of the first document that has them; null when none has; any other problem ends the search. */
function firstSettings(
  documents: readonly ProfileDocument[],
  paths: readonly string[],
  read: (document: ProfileDocument) => Result<TestSettings>,
): Result<TestSettings | null> {
  for (const [index, document] of documents.entries()) {
    const settings = read(document);
    if (settings.ok) return settings;
    if (!NOTHING_THERE.has(settings.problem.code)) return named(settings.problem, paths[index] ?? "");
  }
  return succeed(null);
}

function named(problem: Problem, path: string): Result<never> {
  return fail({ ...problem, title: `${path}: ${problem.title}` });
}

function networkCheck(document: ProfileDocument): number | null {
  for (const payload of describeProfile(document).payloads) {
    if (payload.domain !== "com.jamf.connect") continue;
    const minutes = member(member(payload.values, "PasswordPolicies"), "NetworkCheck");
    if (typeof minutes === "number" && minutes > 0) return minutes;
  }
  return null;
}

function member(value: TypedJson | undefined, name: string): TypedJson | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function noSettings(paths: readonly string[]): Problem {
  return {
    code: "settings-missing",
    title: "The profile has no settings of Jamf Connect.",
    detail: `${paths.join(", ")} manages neither com.jamf.connect.login nor com.jamf.connect.`,
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
