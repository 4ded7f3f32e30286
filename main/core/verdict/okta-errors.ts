import type { OAuthEntry } from "./oauth-entry.ts";

const source = "https://developer.okta.com/docs/reference/api/authn/#transaction-state";

/** What the states and errors of Okta's Authentication API mean, in the form of the protocol errors. */
export const oktaEntries: readonly OAuthEntry[] = [
  {
    error: "okta_mfa_required",
    outcome: "password-correct",
    passwordVerdict: "correct",
    meaning: "The password is correct. Okta demanded a second factor after it.",
    fix: "Nothing has to be done for the password check. In the login the user completes the factor.",
    source,
  },
  {
    error: "okta_mfa_enroll",
    outcome: "password-correct",
    passwordVerdict: "correct",
    meaning: "The password is correct. Okta wants the user to enroll a second factor.",
    fix: "Let the user enroll a factor in Okta.",
    source,
  },
  {
    error: "okta_password_expired",
    outcome: "password-expired",
    passwordVerdict: "correct",
    meaning: "The password has expired.",
    fix: "Let the user change the password in Okta, then check again.",
    source,
  },
  {
    error: "okta_locked_out",
    outcome: "account",
    passwordVerdict: "unknown",
    meaning: "The account is locked. This says nothing about the password.",
    fix: "Unlock the user in Okta, and find the device that sends old passwords.",
    source,
  },
  {
    error: "okta_authentication_failed",
    outcome: "password-wrong",
    passwordVerdict: "wrong",
    meaning:
      "User name and password do not fit together, or Okta hides that the account is locked or unknown.",
    fix: "Type the password again, and compare the user name with Okta.",
    source: "https://developer.okta.com/docs/reference/error-codes/#E0000004",
  },
  {
    error: "okta_rate_limit",
    outcome: "unreachable",
    passwordVerdict: "not-checked",
    meaning: "Okta answers no more requests for a while.",
    fix: "Wait a minute. Make the network check interval longer.",
    source: "https://developer.okta.com/docs/reference/error-codes/#E0000047",
  },
  {
    error: "okta_error",
    outcome: "unclear",
    passwordVerdict: "unknown",
    meaning: "Okta answered with a state that is not in the catalogue.",
    fix: "Read the answer in the step, and the system log of Okta.",
    source,
  },
];
