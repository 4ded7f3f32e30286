import type { Provider } from "../provider.ts";
import { providerFacts } from "../providers/providers.ts";
import type { Ending } from "./ending.ts";
import type { ProviderError } from "./entra-error.ts";
import { jamfConnectView } from "./jamf-connect.ts";
import { networkErrorEntry } from "./network-errors.ts";
import { oauthVerdict } from "./oauth-errors.ts";
import { entryForVerdict } from "./ranges.ts";
import { type Kind, sentenceOfEntry, successSentence } from "./sentences.ts";
import type { Verdict } from "./verdict.ts";

export type VerdictQuestion = {
  readonly kind: Kind;
  readonly provider: Provider;
  readonly ending: Ending;
  /** `ROPGSuccessCodes` / `IdPSettings.SuccessCodes` of the domain under test. */
  readonly successCodes: readonly number[];
};

/** What the end of a run means. A pure function over the catalogue: the same ending always gives the same verdict. */
export function decide(question: VerdictQuestion): Verdict {
  const { ending, kind } = question;
  switch (ending.kind) {
    case "tokens":
      return succeeded(question);
    case "provider-error":
      return ofProviderError(question, ending.answer);
    case "fault":
      return ofNetworkError(ending, kind);
    case "tokens-refused":
      return stopped(
        "unclear",
        "Tokens came back, but they fail a check. Nothing in them can be trusted.",
        kind === "ropg" ? "unknown" : "not-checked",
        ending.problems.map((problem) => problem.text).join(" "),
      );
    case "refused":
      return stopped(
        "misconfigured",
        refusedSentence(ending.at, ending.problem.title),
        ending.at === "redirect" && kind === "ropg" ? "unknown" : "not-checked",
        ending.problem.detail,
      );
    case "settings":
      return stopped(
        "misconfigured",
        `${ending.problem.title} Nothing was sent.`,
        "not-checked",
        ending.problem.detail,
      );
    case "cancelled":
      return ofCancelled(ending, kind);
  }
}

function succeeded({ kind, provider }: VerdictQuestion): Verdict {
  const why =
    kind === "ropg"
      ? "Tokens came back, so Jamf Connect counts the password as correct."
      : "Jamf Connect gets its ID token and lets the user in.";
  return {
    outcome: "succeeded",
    sentence: successSentence(kind, providerFacts(provider).name.replace("Microsoft Entra ID", "Entra")),
    passwordVerdict: kind === "ropg" ? "correct" : "not-checked",
    jamfConnect: { accepts: true, certainty: "documented", why },
    error: null,
    signInLog: { status: "Success", errorCode: 0, note: noteOfSuccess(kind, provider) },
  };
}

function noteOfSuccess(kind: Kind, provider: Provider): string {
  if (provider !== "EntraID") return "Look into the provider's own log at this minute.";
  return kind === "ropg"
    ? "A green line. A single-factor ROPC success can raise an alert in some security teams."
    : "A green line. Lines marked “Interrupted” may stand before it.";
}

function ofProviderError(question: VerdictQuestion, { error }: ProviderError): Verdict {
  const entry = error.code === undefined ? null : entryForVerdict(error.code);
  if (entry === null || entry.outcome === "unclear") return oauthVerdict(question.kind, error, entry);
  return {
    outcome: entry.outcome,
    sentence: sentenceOfEntry(entry, question.kind),
    passwordVerdict: entry.passwordVerdict,
    jamfConnect: jamfConnectView(entry, question.kind, question.successCodes),
    error: entry.name === null ? error : { ...error, name: entry.name },
    signInLog: { status: entry.signInLog.status, errorCode: entry.code, note: entry.signInLog.note },
  };
}

/** Steps before the credential leaves; a fault in a later one leaves open what the provider did with it. */
const beforeSending: ReadonlySet<string> = new Set([
  "settings",
  "discovery",
  "authorize",
  "sign-in",
  "callback",
]);

/** Faults before a connection stands: what was to be sent over it has not left. */
const withoutConnection: ReadonlySet<string> = new Set([
  "dns",
  "refused",
  "blocked-port",
  "no-route",
  "offline",
  "tls-untrusted",
  "tls-name",
  "tls-date",
  "tls",
  "proxy",
  "proxy-login",
]);

function ofNetworkError(ending: Extract<Ending, { kind: "fault" }>, kind: Kind): Verdict {
  const entry = networkErrorEntry(ending.fault);
  const left = !(ending.at === "request" && withoutConnection.has(ending.fault));
  const sent = kind === "ropg" && left && !beforeSending.has(ending.at);
  const sentence = entry.sentence.replace("{host}", ending.host);
  const nothing =
    ending.at === "discovery" && withoutConnection.has(ending.fault) && !/nothing was sent/.test(sentence);
  return stopped(
    entry.outcome,
    `${sentence} ${nothing ? "Nothing was sent." : consequence(kind, sent)}`,
    sent ? "unknown" : "not-checked",
    entry.cause,
  );
}

function consequence(kind: Kind, sent: boolean): string {
  if (kind === "oidc") return "The login failed.";
  return sent ? "Whether the password was checked is not known." : "No password was checked.";
}

function refusedSentence(at: string, title: string): string {
  const kept: Readonly<Record<string, string>> = {
    request: " The password was not sent.",
    discovery: " Nothing was sent.",
    exchange: " The code was not sent.",
    userinfo: " The access token was not sent.",
  };
  return `${title}${kept[at] ?? ""}`;
}

/** A check that is stopped while its password is under way leaves open what became of it. */
function ofCancelled({ by, at, began }: Extract<Ending, { kind: "cancelled" }>, kind: Kind): Verdict {
  if (kind === "oidc")
    return stopped("cancelled", cancelledLogin[by], "not-checked", "Nobody finished the login.");
  const sent = !beforeSending.has(at) && (began || at !== "request");
  return stopped(
    "cancelled",
    `You stopped the run. ${sent ? "The password had left already." : "No password was sent."}`,
    sent ? "unknown" : "not-checked",
    "Nobody waited for the answer.",
  );
}

const cancelledLogin = {
  user: "You stopped the run. Nobody logged in.",
  closed: "The sign-in window was closed. Nobody logged in.",
  timeout: "Nobody finished the sign-in in time.",
} as const;

function stopped(
  outcome: Verdict["outcome"],
  sentence: string,
  passwordVerdict: Verdict["passwordVerdict"],
  why: string,
): Verdict {
  return {
    outcome,
    sentence,
    passwordVerdict,
    jamfConnect: {
      accepts: outcome === "misconfigured" || outcome === "cancelled" ? false : null,
      certainty: "inferred",
      why,
    },
    error: null,
    signInLog: {
      status: "Failure",
      errorCode: 0,
      note: "The sign-in log probably has no line for this run.",
    },
  };
}
