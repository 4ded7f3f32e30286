import type { LoginResult } from "../../main/core/login-result.ts";

/**
 * What a test says about a result; what it leaves out stays as it was. The groups are changed member by member; an error,
 * an account or tokens come whole, so that no rest of another answer stays in them.
 */
export type LoginResultChanges = Partial<Omit<LoginResult, "asked" | "jamfConnect" | "signInLog">> & {
  readonly asked?: Partial<LoginResult["asked"]>;
  readonly jamfConnect?: Partial<LoginResult["jamfConnect"]>;
  readonly signInLog?: Partial<LoginResult["signInLog"]>;
};

/** A password check that Entra answers with 50076: the password is right, MFA is missing. */
const demandsMfa: LoginResult = {
  kind: "ropg",
  provider: "EntraID",
  asked: {
    host: "login.microsoftonline.com",
    tenant: "contoso.com",
    client: "0c1a52b8-0000-4000-8000-00000000c11e",
    scopes: ["openid"],
    resource: null,
    redirectUri: null,
    person: "m…@contoso.com",
    scenario: null,
    via: "direct",
  },
  settingsFrom: "menu-bar",
  startedAt: "2026-11-17T10:14:00.000Z",
  outcome: "password-correct",
  sentence: "The password is correct. Entra demanded MFA, so it answered with an error.",
  passwordVerdict: "correct",
  jamfConnect: { accepts: true, certainty: "documented", why: "It reads AADSTS50076 as a correct password." },
  factor: "multi",
  factorEvidence: "The answer says that a second factor is missing.",
  error: { code: 50076, oauthError: "invalid_grant", description: "AADSTS50076: You must use MFA." },
  signInLog: { status: "Failure", errorCode: 50076, note: "A red line that means a correct password." },
  account: null,
  tokens: {},
  steps: [],
  findings: [],
};

/**
 * The one place of the tests that lists what a result of a run holds: a password check answered with 50076, changed where a
 * test says so.
 */
export function buildLoginResult(changes: LoginResultChanges = {}): LoginResult {
  return merge(demandsMfa, changes);
}

/** What a login through the login window asks otherwise than a password check does. */
export const loginAsked: Partial<LoginResult["asked"]> = {
  redirectUri: "https://127.0.0.1/jamfconnect",
  person: null,
  via: "window",
};

/** A run that ended with tokens: a clean password check, or a login, of which it is not known whether MFA was asked for. */
export function succeeded(kind: LoginResult["kind"], changes: LoginResultChanges = {}): LoginResult {
  const check = kind === "ropg";
  const base = buildLoginResult({
    kind,
    asked: check ? {} : loginAsked,
    settingsFrom: check ? "menu-bar" : "login",
    outcome: "succeeded",
    sentence: check ? "The password is correct." : "The login works.",
    passwordVerdict: check ? "correct" : "not-checked",
    jamfConnect: { why: "Tokens came back." },
    factor: "unknown",
    factorEvidence: "",
    error: null,
    signInLog: { status: "Success", errorCode: 0, note: "A green line." },
  });
  return merge(base, changes);
}

/** A password check that was answered with another code than 50076, which says nothing about a second factor. */
export function answeredWith(
  code: number,
  outcome: LoginResult["outcome"],
  changes: LoginResultChanges = {},
): LoginResult {
  const base = buildLoginResult({
    outcome,
    sentence: `Answered with ${code}.`,
    factor: outcome === "password-correct" ? "multi" : "unknown",
    error: { code, oauthError: "invalid_grant", description: `AADSTS${code}: …` },
    signInLog: { errorCode: code },
  });
  return merge(base, changes);
}

/** A wrong password: 50126, which Jamf Connect does not take. */
export function passwordWrong(changes: LoginResultChanges = {}): LoginResult {
  const base = answeredWith(50126, "password-wrong", {
    sentence: "The password is wrong.",
    passwordVerdict: "wrong",
    jamfConnect: { accepts: false, why: "Jamf Connect asks again." },
  });
  return merge(base, changes);
}

function merge(base: LoginResult, changes: LoginResultChanges): LoginResult {
  return {
    ...base,
    ...changes,
    asked: { ...base.asked, ...changes.asked },
    jamfConnect: { ...base.jamfConnect, ...changes.jamfConnect },
    signInLog: { ...base.signInLog, ...changes.signInLog },
  };
}
