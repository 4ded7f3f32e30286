import type { LoginResult } from "../login-result.ts";

export type SentenceQuestion = {
  readonly login: LoginResult;
  readonly check: LoginResult;
  readonly loginMfa: "yes" | "no" | "not-proven";
  readonly checkClean: boolean;
  /** True when the rule about baseline scopes explains the check; most published guidance is older than it. */
  readonly baselineRule: boolean;
};

const baselineSentence =
  "Since 15 June 2026 a check that asks only for openid, profile and email counts as access to Windows Azure Active Directory, so the policy reaches it.";

/** Both runs in one verdict: the rule that surprises first, then the login, then the check; a check that is refused before the login. */
export function pairedSentence(question: SentenceQuestion): string {
  const { login, loginMfa, checkClean } = question;
  if (login.outcome === "cancelled") {
    return question.check.outcome === "cancelled"
      ? login.sentence
      : `${login.sentence} ${checkHalf(question)}`;
  }
  if (login.outcome !== "succeeded")
    return `The login does not work. ${login.sentence.replace(/^The login failed[.,] /, "")} ${checkHalf(question)}`;
  if (loginMfa === "yes" && checkClean) return "The login demands MFA and the password check does not.";
  if (loginMfa === "no" && question.check.outcome === "password-wrong") return twoFaults(question.check);
  const lead = question.baselineRule ? `${baselineSentence} ` : "";
  const halves = [loginHalf(loginMfa), checkHalf(question)];
  // What keeps somebody out comes before what merely could be better.
  if (question.check.jamfConnect.accepts === false) halves.reverse();
  return `${lead}${halves.join(" ")}`;
}

/** A wrong password, and none that guards the login beside it: the one is mended in a minute, the other stays. */
function twoFaults({ sentence }: LoginResult): string {
  const [first, ...rest] = sentence.split(/(?<=\.) /);
  const told = `${first?.replace(/\.$/, "")}, and the login demands no MFA.`;
  return [told, "Whoever has the password can log in.", ...rest].join(" ");
}

function loginHalf(loginMfa: SentenceQuestion["loginMfa"]): string {
  switch (loginMfa) {
    case "yes":
      return "The login demands MFA.";
    case "no":
      return "The login demands no MFA: whoever has the password can log in.";
    case "not-proven":
      return "The login works. Whether it demands MFA is not proven.";
  }
}

function checkHalf({ check, checkClean }: SentenceQuestion): string {
  if (checkClean) return "The password check is clean.";
  const code = check.error?.code;
  if (check.outcome === "password-correct" && code !== undefined) {
    return `The password check ends with ${code}, which counts as a correct password.`;
  }
  // The others speak of the password, the account or the check themselves.
  return check.outcome === "misconfigured"
    ? `The password check does not work. ${check.sentence}`
    : check.sentence;
}
