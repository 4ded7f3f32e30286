import type { ConditionalAccessAnswer, SignInAnswer } from "../answer/answer.ts";
import { failureText } from "../verdict/verdict-text.ts";
import { isReportOnly, openWords } from "./cell.ts";
import { missingText } from "./unread-files.ts";

/** How good an answer is for people at their Macs: `mfa` where it is wanted, `open` where it depends on what nobody gave. */
export type AnswerTone = "good" | "mfa" | "warning" | "bad" | "open";

/** What all policies together come to for one sign-in, in a few words. */
export type SignInLine = {
  readonly id: SignInAnswer["id"];
  readonly resource: string;
  readonly resourceName: string;
  /** `MFA, as wanted`, `Blocked`, `Depends: location`. */
  readonly word: string;
  readonly tone: AnswerTone;
  /** The verdict in sentences: what is demanded or refused, and by which policies. What comes of it, a finding says. */
  readonly text: string;
};

/** The answer for both sign-ins. */
export type Headline = {
  readonly sentence: string;
  /** Which files of policies could not be read: with what they hold the sentence may be another; null where all were. */
  readonly missing: string | null;
  readonly tone: AnswerTone;
  readonly lines: readonly SignInLine[];
};

/**
 * Both sign-ins in one sentence and a line each. MFA is wanted at the login and not at the check, which nobody watches and
 * which would leave a red line in the log each time.
 */
export function headlineOf({ signIns, findings }: ConditionalAccessAnswer): Headline {
  const lines = signIns.map(lineOf);
  const of = (id: SignInAnswer["id"]): SignInAnswer | null => signIns.find((each) => each.id === id) ?? null;
  const order: readonly AnswerTone[] = ["bad", "open", "warning", "mfa", "good"];
  return {
    sentence: sentenceOf(of("login-window"), of("password-check")),
    missing: signIns.length === 0 ? null : missingText(findings),
    tone: order.find((tone) => lines.some((line) => line.tone === tone)) ?? "good",
    lines,
  };
}

function lineOf(signIn: SignInAnswer): SignInLine {
  const [tone, word] = signIn.id === "login-window" ? loginWord(signIn) : checkWord(signIn);
  const { id, resource, resourceName, verdict, code } = signIn;
  // A check that meets MFA always has a finding, which says how it is answered.
  const text = code === null ? verdict.text : verdict.text.replace(` ${failureText(code)}`, "");
  return { id, resource, resourceName, word, tone, text };
}

function loginWord(signIn: SignInAnswer): readonly [AnswerTone, string] {
  const { blocked, lockout, mfa } = signIn.verdict;
  if (blocked === "yes") return ["bad", "Blocked"];
  if (lockout === "yes") return ["bad", "Can lock people out"];
  if (mfa === "yes" && blocked === "no" && lockout === "no") return ["mfa", "MFA, as wanted"];
  if ([blocked, lockout, mfa].includes("depends")) return ["open", dependsWord(signIn)];
  return ["warning", "No MFA"];
}

function checkWord(signIn: SignInAnswer): readonly [AnswerTone, string] {
  const { blocked, mfa } = signIn.verdict;
  if (blocked === "yes") return ["bad", signIn.code === null ? "Refused" : `Refused, ${signIn.code}`];
  if (mfa === "yes") return ["warning", "MFA, not wanted"];
  if (blocked === "depends" || mfa === "depends") return ["open", dependsWord(signIn)];
  return ["good", "Clean, no MFA"];
}

function dependsWord(signIn: SignInAnswer): string {
  const open = openOf(signIn);
  if (open.length > 2) return `Depends: ${open.length} things`;
  return open.length === 0 ? "Depends" : `Depends: ${open.join(", ")}`;
}

/** What the verdict of a sign-in depends on, from the policies in force that may change it: not what one of them demands anyway. */
export function openOf({ policies, verdict }: SignInAnswer): readonly string[] {
  const open = new Set<string>();
  const questions = (["blocked", "lockout", "mfa"] as const).filter((each) => verdict[each] === "depends");
  for (const policy of policies) {
    if (policy.applies === "no" || isReportOnly(policy)) continue;
    const demands = questions.map((each) => policy.demands[each]);
    if (policy.applies === "depends" && demands.some((each) => each !== "no"))
      for (const fact of policy.dependsOn) open.add(fact);
    if (demands.includes("depends")) for (const fact of policy.demands.dependsOn) open.add(fact);
  }
  return openWords([...open]);
}

function sentenceOf(login: SignInAnswer | null, check: SignInAnswer | null): string {
  if (login === null && check === null) return "Entra answers neither sign-in of this profile.";
  if (login?.verdict.blocked === "yes")
    return check?.verdict.blocked === "yes"
      ? "Both sign-ins are blocked."
      : "The login window is blocked: nobody this is true for gets in with Entra.";
  if (login?.verdict.lockout === "yes") return "These policies can lock people out at the login window.";
  if (check?.verdict.blocked === "yes")
    return "The password check is refused although the password is right.";
  const open = [
    ...new Set([login, check].flatMap((each) => (each !== null && isOpen(each) ? openOf(each) : []))),
  ];
  if (open.length > 0) {
    // What is certain comes first: only the other sign-in hangs on what is open.
    if (check?.verdict.mfa === "yes") {
      const { mfa, blocked } = login?.verdict ?? {};
      // It gets MFA in any case: what is open is only whether it gets as far as that.
      const hangs = mfa === "yes" && blocked === "depends" ? "may be blocked, depending" : "depends";
      return `The password check gets MFA. The login ${hangs} on ${joined(open)}.`;
    }
    if (login !== null && !isOpen(login) && login.verdict.mfa === "yes")
      return `The login gets MFA. The password check depends on ${joined(open)}.`;
    return `It depends: ${joined(open)} would decide.`;
  }
  return mfaSentence(login?.verdict.mfa ?? null, check?.verdict.mfa ?? null);
}

function isOpen({ id, verdict }: SignInAnswer): boolean {
  const { blocked, lockout, mfa } = verdict;
  // A check that meets MFA in any case fails in any case.
  if (id === "password-check" && mfa === "yes") return false;
  return [blocked, mfa, ...(id === "login-window" ? [lockout] : [])].includes("depends");
}

function mfaSentence(login: string | null, check: string | null): string {
  if (login === "depends" || check === "depends")
    return "It depends on what a setting outside the policies does.";
  if (check === null) return login === "yes" ? "The login gets MFA." : "The login gets no MFA.";
  if (login === null)
    return check === "yes"
      ? "The password check gets MFA. It should not."
      : "The password check stays clean.";
  if (login === "yes" && check === "yes") return "Both sign-ins get MFA. The password check should not.";
  if (login === "yes") return "The login gets MFA, and the password check stays clean.";
  if (check === "yes") return "Only the password check gets MFA. It should be the login.";
  return "Neither sign-in gets MFA.";
}

/** `a`, `a and b`, `a, b and 2 more`. */
function joined(names: readonly string[]): string {
  const [first = "", second] = names;
  if (second === undefined) return first;
  if (names.length === 2) return `${first} and ${second}`;
  const more = names.length - 2;
  return more === 1 ? `${first}, ${second} and ${names[2] ?? ""}` : `${first}, ${second} and ${more} more`;
}
