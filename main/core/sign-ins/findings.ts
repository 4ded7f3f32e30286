import type { Finding } from "../finding.ts";
import { lockOutSentence } from "./lock-out.ts";
import { moment } from "./moment.ts";
import type { SignInReport } from "./report.ts";
import { classOf } from "./sign-in-class.ts";

const lockOutSource =
  "https://learn.microsoft.com/entra/identity/authentication/howto-password-smart-lockout";
const baselineSource =
  "https://learn.microsoft.com/entra/identity/conditional-access/concept-enforcement-resource-exclusions";

/** What a log says that somebody should act on, the most pressing first. */
export function signInFindings(report: Omit<SignInReport, "findings">): readonly Finding[] {
  return [
    ...lockOutFindings(report),
    ...rhythmFindings(report),
    ...beganFindings(report),
    ...riskFindings(report),
    ...skippedFindings(report),
    ...report.files.flatMap(({ notes }) => notes),
  ];
}

function lockOutFindings({ lockOut }: Omit<SignInReport, "findings">): readonly Finding[] {
  return lockOut.slice(0, 20).map((person) => ({
    rule: "near-lock-out",
    severity: "warning",
    certainty: "inferred",
    title: `${person.user}: ${lockOutSentence(person)}.`,
    detail:
      "This number is the highest that it can be. Entra counts the same wrong password only once, unless it is checked on premises, and answers 50053 to malicious addresses, too.",
    where: { row: person.user },
    fix: {
      label: "What to do",
      steps: [
        "Ask whether the password was changed lately, and where an old one may be kept: the keychain of the Mac, a mail program, a second Mac.",
        "Unlock the account by a password reset, or wait: the first lock-out lasts a minute.",
      ],
      link: lockOutSource,
    },
    source: lockOutSource,
  }));
}

function rhythmFindings({ rhythms }: Omit<SignInReport, "findings">): readonly Finding[] {
  return rhythms.slice(0, 20).map(({ user, code, everyMinutes, times, since }) => ({
    rule: "failures-keep-rhythm",
    severity: "warning",
    certainty: "inferred",
    title: `${user} fails with ${code} every ${everyMinutes === 1 ? "minute" : `${everyMinutes} minutes`}: ${times} times since ${moment(since)}.`,
    where: { row: user },
    ...(classOf(code) === "password-wrong" ? oldPassword : closedAccount),
  }));
}

const oldPassword = {
  detail:
    "That is the rhythm of a program, not of a person. Mostly it is a Mac that keeps sending an old password.",
  fix: {
    label: "What to do on that Mac",
    steps: [
      "Open the menu bar app (Self Service+), and sign in with the password of today.",
      "If it goes on, remove the entry of Jamf Connect from the login keychain and sign in again.",
    ],
  },
};

const closedAccount = {
  detail:
    "That is the rhythm of a program, not of a person. Mostly it is a Mac that goes on checking an account that cannot sign in.",
  fix: {
    label: "What to do",
    steps: [
      "Look at the account in Entra: is it disabled, expired, deleted?",
      "If the person has left, sign Jamf Connect out on that Mac, or wipe it.",
    ],
  },
};

function beganFindings({ began }: Omit<SignInReport, "findings">): readonly Finding[] {
  if (began === null) return [];
  const by = began.policies.length === 0 ? "" : ` The rows since then name ${began.policies.join(", ")}.`;
  const baseline = began.fitsBaselineChange
    ? " The time and the resource (Windows Azure Active Directory) fit the change of basic scopes, which Microsoft rolled out from 15 June 2026."
    : "";
  return [
    {
      rule: "checks-began-to-meet-mfa",
      severity: "info",
      certainty: "inferred",
      title: `Password checks have met MFA since ${moment(began.at)}.`,
      detail: `${began.before} sign-ins before that time succeeded, and ${began.after} since then were correct passwords that met MFA.${by}${baseline}`,
      where: {},
      source: baselineSource,
    },
  ];
}

function riskFindings({ risky }: Omit<SignInReport, "findings">): readonly Finding[] {
  return risky.slice(0, 20).map(({ user, rows, checks }) => ({
    rule: "risk-from-checks",
    severity: "info",
    certainty: "inferred",
    title: `Entra rates ${rows} ${rows === 1 ? "sign-in" : "sign-ins"} of ${user} as risky, and ${checks} of them ${checks === 1 ? "is a correct password" : "are correct passwords"} that met MFA.`,
    detail:
      "Jamf says that such checks can raise the risk of a user; Microsoft says nothing about it. A correct password without a second factor from an unusual network is what detection of password spraying looks for.",
    where: { row: user },
  }));
}

function skippedFindings({ files }: Omit<SignInReport, "findings">): readonly Finding[] {
  return files
    .filter(({ skipped }) => skipped > 0)
    .map(({ file, skipped, skippedRows }) => {
      const lines = skippedRows
        .slice(0, 5)
        .flatMap(({ line, reason }) => (line === null ? reason : `line ${line}: ${reason}`));
      return {
        rule: "rows-not-read",
        severity: "warning",
        certainty: "documented",
        title: `${skipped} ${skipped === 1 ? "row" : "rows"} of ${file} could not be read.`,
        detail: lines.join(" "),
        where: { row: file },
      };
    });
}
