import type { LoginResult } from "../../../../preload/contract.ts";
import type { KeptPair } from "../../../stores/run.ts";
import { headlineOf } from "../../../text/headline.ts";
import type { VerdictMark } from "../result/outcome-tone.ts";

/** The pair as it is shown: the verdict in one line, what Jamf Connect does with it, and why. */
export type PairTone = VerdictMark & {
  readonly title: string;
  /** Null where the title says it already. */
  readonly lead: string | null;
  readonly reason: string;
};

type Judged = Pick<LoginResult, "outcome" | "jamfConnect" | "sentence" | "error">;

/**
 * Colour, icon and words of the pair. Wanted is a login that demands MFA beside a check that does not; a check that is
 * accepted with an error works at a cost; what is not proven is not called good.
 */
export function pairTone(
  paired: Pick<KeptPair, "loginMfa" | "checkClean" | "sentence">,
  login: Judged,
  check: Judged,
): PairTone {
  const refused = refusal(paired, login, check);
  if (refused !== null) return { tone: "err", icon: "error", ...refused };
  if (login.outcome === "cancelled" || check.outcome === "cancelled") {
    const why = "Two answers are needed to tell what the settings come to.";
    const { title, reason } = headlineOf(paired.sentence);
    return { tone: "mute", icon: "stop", title, lead: "Nothing is proven.", reason: `${reason} ${why}` };
  }
  if (!paired.checkClean) return costly(paired, check);
  if (paired.loginMfa === "yes") {
    const reason = "Jamf Connect accepts both. The check leaves no failure in the log.";
    return { tone: "ok", icon: "ok", title: paired.sentence, lead: "This is the split you want.", reason };
  }
  if (paired.loginMfa === "no") {
    const title = "It works, and whoever has the password can log in.";
    const lead = "The login demands no MFA.";
    const reason = "The check is clean. Look at this if the login should ask for MFA.";
    return { tone: "warn", icon: "warning", title, lead, reason };
  }
  const unknown = "Nothing in the answers tells which factors the login used. Confirm it in the sign-in log.";
  return {
    tone: "warn",
    icon: "question",
    title: "It works. Whether MFA guards the login is not proven.",
    lead: null,
    reason: `${paired.sentence} ${unknown}`,
  };
}

/** Outcomes that lie with the person: what is wrong with the password or the account says more than that a check is refused. */
const ofThePerson: ReadonlySet<Judged["outcome"]> = new Set([
  "password-wrong",
  "password-expired",
  "account",
]);

/** What Jamf Connect refuses; null where it takes both or nobody knows. A login that was stopped was not refused. */
function refusal(
  { sentence }: { readonly sentence: string },
  login: Judged,
  check: Judged,
): Pick<PairTone, "title" | "lead" | "reason"> | null {
  if (login.outcome === "cancelled" || check.outcome === "cancelled") return null;
  if (login.jamfConnect.accepts === false)
    return { title: "Nobody gets past the login window.", lead: null, reason: sentence };
  if (check.jamfConnect.accepts !== false) return null;
  const refused = "Jamf Connect refuses the password check.";
  const { title, reason } = headlineOf(sentence);
  // Runs that an older Latchkey kept say it later in their sentence.
  const fault = headlineOf(check.sentence).title.replace(/\.$/, "");
  return ofThePerson.has(check.outcome) && title.startsWith(fault)
    ? { title, lead: refused, reason }
    : { title: refused, lead: null, reason: sentence };
}

function costly({ sentence, loginMfa }: Pick<KeptPair, "sentence" | "loginMfa">, check: Judged): PairTone {
  if (check.jamfConnect.accepts !== true) {
    const title = "What Jamf Connect does with the check is not known.";
    return {
      tone: "mute",
      icon: "question",
      title,
      lead: null,
      reason: `${sentence} ${check.jamfConnect.why}`,
    };
  }
  return {
    tone: "warn",
    icon: "warning",
    title: "It works, at a cost: every check leaves a red line in the log.",
    lead: "Jamf Connect accepts it.",
    // One line: where the login is as wanted, the picture under it says so.
    reason:
      loginMfa === "yes" && check.error?.code !== undefined
        ? `The check's answer, AADSTS${check.error.code}, means a correct password.`
        : sentence,
  };
}
