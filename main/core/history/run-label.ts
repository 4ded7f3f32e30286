import type { LoginResult, Outcome } from "../login-result.ts";
import { type RunRecord, resultOf } from "./run-record.ts";

/** One line about a run for a list; the tone follows what Jamf Connect does with the answer. */
export type RunLabel = {
  readonly text: string;
  /** The same where there is little room: `50076`, `MFA`, `MFA · clean`. */
  readonly short: string;
  readonly tone: "ok" | "warn" | "err" | "mute";
};

/** What an outcome is called in a list. */
const outcomeText: Readonly<Record<Outcome, string>> = {
  succeeded: "signed in",
  "password-correct": "password correct",
  "password-wrong": "password wrong",
  "password-expired": "password expired",
  blocked: "blocked",
  account: "account refused",
  misconfigured: "misconfigured",
  unreachable: "not reached",
  cancelled: "stopped",
  unclear: "unclear",
};

/** `50076 · password correct`, `Signed in with MFA`, `MFA · check clean`. */
export function runLabel(record: RunRecord): RunLabel {
  const label = record.kind === "both" ? pairLabel(record) : singleLabel(record);
  // Both stand alone where they are shown, and so begin alike.
  return { ...label, short: capital(label.short) };
}

function singleLabel({ results: [first] }: RunRecord): RunLabel {
  return first === undefined ? { text: "No result", short: "no result", tone: "mute" } : resultLabel(first);
}

/** The label of one sign-in. */
export function resultLabel(result: LoginResult): RunLabel {
  const { kind, outcome, error, factor } = result;
  if (outcome === "cancelled") return stopped;
  if (outcome === "succeeded") {
    // Of a check tokens without MFA are what is wanted; of a login they are to be looked at.
    if (kind === "ropg") return { text: "Clean", short: "clean", tone: "ok" };
    if (factor === "single") return { text: "No MFA", short: "no MFA", tone: "warn" };
    return factor === "multi"
      ? { text: "Signed in with MFA", short: "MFA", tone: "ok" }
      : { text: "Signed in, MFA not proven", short: "MFA?", tone: "ok" };
  }
  const words =
    kind === "oidc" && outcome === "password-correct" ? "login not finished" : outcomeText[outcome];
  const tone = toneOf(result);
  if (error?.code === undefined) return { text: capital(words), short: words, tone };
  return { text: `${error.code} · ${words}`, short: String(error.code), tone };
}

function pairLabel(record: RunRecord): RunLabel {
  const login = resultOf(record, "oidc");
  const check = resultOf(record, "ropg");
  if (record.results.some((result) => result.outcome === "cancelled")) return stopped;
  const loginWord = login === null ? notRun : loginWords(login, record.paired);
  const checkWord = check === null ? "not run" : stateWord(check);
  const isSignedIn = login?.outcome === "succeeded";
  const text = `${isSignedIn ? capital(loginWord.text) : `Login ${loginWord.text}`} · check ${checkWord}`;
  const short = `${loginWord.short} · ${checkWord}`;
  const tones = [login, check].map((result) => (result === null ? "mute" : toneOf(result)));
  if (tones.includes("err")) return { text, short, tone: "err" };
  const clean = check?.outcome === "succeeded" && record.paired?.loginMfa === "yes";
  return { text, short, tone: clean ? "ok" : "warn" };
}

const stopped: RunLabel = { text: "Stopped", short: "stopped", tone: "mute" };

type Words = Pick<RunLabel, "text" | "short">;

const notRun: Words = { text: "not run", short: "not run" };

function loginWords(login: LoginResult, paired: RunRecord["paired"]): Words {
  if (login.outcome !== "succeeded") return { text: stateWord(login), short: stateWord(login) };
  const mfa = paired?.loginMfa ?? (login.factor === "multi" ? "yes" : "not-proven");
  const words = {
    yes: { text: "MFA", short: "MFA" },
    no: { text: "no MFA", short: "no MFA" },
    "not-proven": { text: "MFA not proven", short: "MFA?" },
  };
  return words[mfa];
}

/** What a sign-in came to, in one or two words that fit after "was" and "now". */
export function stateWord({ kind, outcome, error, factor }: LoginResult): string {
  if (outcome === "succeeded") {
    if (kind === "ropg") return "clean";
    return { multi: "signed in with MFA", single: "signed in without MFA", unknown: "signed in" }[factor];
  }
  return error?.code === undefined ? outcomeText[outcome] : String(error.code);
}

/** Colour follows what Jamf Connect does with an answer, and not that it was an error. */
function toneOf({ outcome, jamfConnect }: Pick<LoginResult, "outcome" | "jamfConnect">): RunLabel["tone"] {
  if (outcome === "cancelled" || outcome === "unreachable" || outcome === "unclear") return "mute";
  if (jamfConnect.accepts === true)
    return outcome === "succeeded" || outcome === "password-correct" ? "ok" : "warn";
  return outcome === "misconfigured" ||
    (jamfConnect.accepts === null && (outcome === "password-correct" || outcome === "succeeded"))
    ? "warn"
    : "err";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
