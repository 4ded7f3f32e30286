import { type Explanation, ofEntry, ofOAuth } from "../explain/explanation.ts";
import { ofNetworkError } from "../explain/network-explanation.ts";
import type { Certainty } from "../finding.ts";
import type { Outcome } from "../login-result.ts";
import { findEntry } from "../verdict/catalogue.ts";
import { networkErrorEntry } from "../verdict/network-errors.ts";
import { findOAuthEntry } from "../verdict/oauth-errors.ts";
import type { Evidence } from "./evidence.ts";

/** What is known about something that a line names. */
export type Explained = {
  readonly name: string;
  /** As the end of a sentence; null where no list has it. */
  readonly meaning: string | null;
  readonly outcome: Outcome;
  readonly certainty: Certainty;
  /** True for an answer that refuses: no token came, and the password was not accepted either. */
  readonly refuses: boolean;
  readonly explanation: Explanation | null;
};

const refusals: ReadonlySet<Outcome> = new Set([
  "password-wrong",
  "password-expired",
  "blocked",
  "account",
  "misconfigured",
]);

/** @param host that the attempt asked, for the words about a network error */
export function explainEvidence(evidence: Evidence, host: string | null): Explained {
  switch (evidence.kind) {
    case "code":
      return explainCode(evidence.code);
    case "oauth-error":
      return explainWord(evidence.error);
    case "network":
      return explainNetwork(evidence, host);
  }
}

function explainCode(code: number): Explained {
  const entry = findEntry(code);
  const name = `AADSTS${code}`;
  if (entry === null) return unknown(name);
  return {
    name,
    meaning: asEnd(entry.meaning),
    outcome: entry.assessed ? entry.outcome : "unclear",
    certainty: entry.certainty,
    refuses: entry.assessed && refusals.has(entry.outcome),
    explanation: ofEntry(entry, null),
  };
}

function explainWord(error: string): Explained {
  const entry = findOAuthEntry(error);
  if (entry === null) return unknown(error);
  return {
    name: error,
    meaning: asEnd(entry.meaning),
    outcome: entry.outcome,
    certainty: "inferred",
    refuses: refusals.has(entry.outcome),
    explanation: ofOAuth(entry, null),
  };
}

function explainNetwork(
  { fault, name }: Extract<Evidence, { kind: "network" }>,
  host: string | null,
): Explained {
  const entry = networkErrorEntry(fault);
  const title = fault === "offline" ? "The Mac was offline." : entry.title;
  return {
    name,
    meaning: asEnd(title),
    outcome: entry.outcome,
    certainty: "documented",
    refuses: false,
    explanation: {
      ...ofNetworkError(entry, host),
      ...(fault === "offline"
        ? { title: "The Mac was offline", meaning: "The Mac had no network, so nobody was asked." }
        : {}),
    },
  };
}

function unknown(name: string): Explained {
  return {
    name,
    meaning: null,
    outcome: "unclear",
    certainty: "inferred",
    refuses: false,
    explanation: null,
  };
}

/** `The person is not assigned.` → `the person is not assigned`; the first sentence only. */
function asEnd(sentence: string): string {
  const first = /^[^.]*(?:\.(?! |$)[^.]*)*/.exec(sentence)?.[0] ?? sentence;
  return ordinaryBeginning.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
}

/** Words that only begin a sentence; any other may be a name (Entra, Okta, Seamless SSO) and keeps its capital. */
const ordinaryBeginning =
  /^(?:The|A|An|No|This|That|For|What|Only|Nobody|Nothing|There|Some|More|Too|To|In|Another|Not|Two|Password|Device|User|Users|Data|Claims|Administrator|Policy|Authentication|Sign-in|Invalid|Tokens|Client|Session|Application|Guests|Access|Consent|Requests|Scope|Leave|Somebody)\b/;
