import {
  loginWindowSignIn,
  passwordCheckSignIn,
  type SignIn,
} from "../../../core/conditional-access/index.ts";
import type { TypedJson } from "../../../core/plist/index.ts";
import { fail, type Problem, type Result, succeed } from "../../../core/problem.ts";
import { describeProfile, type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { TestSettings } from "../../../core/profile/test-settings.ts";
import type { Terminal } from "../command.ts";
import { openDocument } from "../open-document.ts";
import { checkSettingsOf } from "../test-run/load-settings.ts";

/** The two sign-ins of one or more profiles, and how often the check runs. */
export type LoadedSignIns = {
  readonly login: SignIn | null;
  readonly check: SignIn | null;
  /** `PasswordPolicies.NetworkCheck`, in minutes. */
  readonly checkMinutes: number | null;
};

/**
 * Forms the two sign-ins from a profile. Login and menu-bar settings may be in one file or in one file each; the
 * first file that has the settings counts.
 */
export async function loadSignIns(
  paths: readonly string[],
  terminal: Terminal,
): Promise<Result<LoadedSignIns>> {
  let login: TestSettings | null = null;
  let check: TestSettings | null = null;
  let loginCheck: TestSettings | null = null;
  let checkMinutes: number | null = null;
  let missing: Problem | null = null;
  for (const path of paths) {
    const opened = await openDocument(path, terminal);
    if (!opened.ok) return opened;
    const { document } = opened.value;
    const atLogin = testSettings(document, "login");
    if (atLogin.ok) login ??= atLogin.value;
    else if (atLogin.problem.code !== "settings-missing") return named(atLogin.problem, path);
    const atCheck = checkSettingsOf(document, null);
    if (atCheck.ok && atCheck.value.from === "menu-bar") check ??= atCheck.value;
    else if (atCheck.ok) loginCheck ??= atCheck.value;
    else missing ??= { ...atCheck.problem, title: `${path}: ${atCheck.problem.title}` };
    checkMinutes ??= networkCheck(document);
  }
  check ??= loginCheck;
  const any = login ?? check;
  if (any === null) return fail(missing ?? noSettings(paths));
  if (any.provider.value !== "EntraID") return fail(notEntra(any));
  return succeed({
    login: login === null ? null : loginWindowSignIn(login),
    check: check === null ? null : passwordCheckSignIn(check),
    checkMinutes,
  });
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
