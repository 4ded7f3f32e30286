import type { LoginResult } from "../login-result.ts";
import type { Paired } from "./paired.ts";

/** What a pair comes to; `wanted` is a login that demands MFA beside a check that does not. */
export type PairOutcome = "wanted" | "no-mfa" | "not-proven" | "costly" | "unknown" | "refused" | "stopped";

/** The verdict on a pair as everybody reads it: in one line, what Jamf Connect does with it, and why. */
export type PairVerdict = {
  readonly outcome: PairOutcome;
  readonly tone: "ok" | "warn" | "err" | "mute";
  readonly title: string;
  /** Null where the title says it already. */
  readonly lead: string | null;
  readonly reason: string;
};

/** A pair with its verdict, as it is shown. */
export type PairedView = Paired & { readonly verdict: PairVerdict };

/** A pair with its verdict; {@link pairVerdict} says what it rests on. */
export function withVerdict(paired: Paired, login: LoginResult, check: LoginResult): PairedView {
  return { ...paired, verdict: pairVerdict(paired, login, check) };
}

type Judged = Pick<LoginResult, "outcome" | "jamfConnect" | "sentence" | "error">;
type Pair = Pick<Paired, "loginMfa" | "checkClean" | "sentence">;

const tones: Readonly<Record<PairOutcome, PairVerdict["tone"]>> = {
  wanted: "ok",
  "no-mfa": "warn",
  "not-proven": "warn",
  costly: "warn",
  unknown: "mute",
  refused: "err",
  stopped: "mute",
};

/**
 * A check that is accepted with an error works at a cost; what is not proven is not called good.
 *
 * @param login the result of the login window
 * @param check that of the password check
 */
export function pairVerdict(paired: Pair, login: Judged, check: Judged): PairVerdict {
  const verdict = judge(paired, login, check);
  return { tone: tones[verdict.outcome], ...verdict };
}

type Untoned = Omit<PairVerdict, "tone">;

function judge(paired: Pair, login: Judged, check: Judged): Untoned {
  const { sentence } = paired;
  if (login.outcome === "cancelled" || check.outcome === "cancelled") {
    const why = "Two answers are needed to tell what the settings come to.";
    const { first, rest } = parted(sentence);
    return { outcome: "stopped", title: first, lead: "Nothing is proven.", reason: `${rest} ${why}`.trim() };
  }
  const refused = refusal(paired, login, check);
  if (refused !== null) return { outcome: "refused", ...refused };
  if (!paired.checkClean) return costly(paired, check);
  if (paired.loginMfa === "yes") {
    const reason = "Jamf Connect accepts both. The check leaves no failure in the log.";
    return { outcome: "wanted", title: sentence, lead: "This is the split you want.", reason };
  }
  if (paired.loginMfa === "no") {
    const title = "No MFA: whoever has the password can log in.";
    const lead = "Jamf Connect accepts both.";
    const reason = "The check leaves no failure in the log. Look at this if the login should ask for MFA.";
    return { outcome: "no-mfa", title, lead, reason };
  }
  const unknown = "Nothing in the answers tells which factors the login used. Confirm it in the sign-in log.";
  return {
    outcome: "not-proven",
    title: "It works. Whether MFA guards the login is not proven.",
    lead: null,
    reason: `${sentence} ${unknown}`,
  };
}

/** Outcomes that lie with the person: what is wrong with the password or the account says more than that a check is refused. */
const ofThePerson: ReadonlySet<Judged["outcome"]> = new Set([
  "password-wrong",
  "password-expired",
  "account",
]);

/** What Jamf Connect refuses; null where it takes both or nobody knows. */
function refusal({ sentence }: Pair, login: Judged, check: Judged): Omit<Untoned, "outcome"> | null {
  if (login.jamfConnect.accepts === false)
    return { title: "Nobody gets past the login window.", lead: null, reason: sentence };
  if (check.jamfConnect.accepts !== false) return null;
  const refused = "Jamf Connect refuses the password check.";
  const { first, rest } = parted(sentence);
  // Runs that an older Latchkey kept say it later in their sentence.
  const fault = parted(check.sentence).first.replace(/\.$/, "");
  return ofThePerson.has(check.outcome) && first.startsWith(fault)
    ? { title: first, lead: refused, reason: rest }
    : { title: refused, lead: null, reason: sentence };
}

function costly({ sentence, loginMfa }: Pair, check: Judged): Untoned {
  if (check.jamfConnect.accepts !== true) {
    return {
      outcome: "unknown",
      title: "What Jamf Connect does with the check is not known.",
      lead: null,
      reason: `${sentence} ${check.jamfConnect.why}`,
    };
  }
  return {
    outcome: "costly",
    title: "It works, at a cost: every check leaves a red line in the log.",
    lead: "Jamf Connect accepts it.",
    // One line: where the login is as wanted, the picture of both says so.
    reason:
      loginMfa === "yes" && check.error?.code !== undefined
        ? `The check's answer, AADSTS${check.error.code}, means a correct password.`
        : sentence,
  };
}

/** The first sentence, and what follows it. */
function parted(text: string): { readonly first: string; readonly rest: string } {
  const [first = text, ...rest] = text.split(/(?<=[.!?]) (?=\p{Lu})/u);
  return { first, rest: rest.join(" ") };
}
