import type { LoginError } from "../login-result.ts";
import type { CatalogueEntry, JamfConnectView, Link } from "../verdict/catalogue-entry.ts";
import type { NetworkErrorEntry } from "../verdict/network-errors.ts";
import type { OAuthEntry } from "../verdict/oauth-entry.ts";

/** One thing to test for a symptom, the likeliest first. */
export type Suspect = {
  readonly what: string;
  /** How to find out: a command, or a place to look. */
  readonly test: string;
  readonly because: string;
  readonly codes: readonly number[];
};

/** What is known about something that was asked. `code: null` where it has none. */
export type Explanation = Omit<CatalogueEntry, "code" | "signInLog"> & {
  readonly kind: "code" | "oauth-error" | "network" | "symptom";
  readonly code: number | null;
  readonly title: string;
  readonly signInLog: CatalogueEntry["signInLog"] | null;
  /** Only for symptoms. */
  readonly suspects: readonly Suspect[];
  /** What else stood in the pasted text; null for a bare code. */
  readonly error: LoginError | null;
};

export function ofEntry(entry: CatalogueEntry, error: LoginError | null): Explanation {
  const title = `AADSTS${entry.code}${entry.name === null ? "" : ` (${entry.name})`}`;
  return { ...entry, kind: "code", title, suspects: [], error };
}

export function ofOAuth(entry: OAuthEntry, error: LoginError | null): Explanation {
  return {
    ...blank,
    kind: "oauth-error",
    title: entry.error,
    name: entry.error,
    oauthError: entry.error,
    stage: "protocol",
    meaning: entry.meaning,
    outcome: entry.outcome,
    passwordVerdict: entry.passwordVerdict,
    basis: "The word is defined by the protocol; providers differ in what they use it for.",
    jamfConnect: view(
      entry.passwordVerdict === "correct" ? true : null,
      "Jamf Connect decides by the provider's own codes, not by this word.",
    ),
    cause: entry.meaning,
    fix: entry.fix,
    steps: [entry.fix],
    sources: [entry.source],
    error,
  };
}

/** @param host that the text names, or null */
export function ofNetworkError(entry: NetworkErrorEntry, host: string | null): Explanation {
  return {
    ...blank,
    kind: "network",
    title: entry.title.replace(/\.$/, ""),
    name: entry.id,
    stage: "network",
    meaning: capital(entry.sentence.replace("{host}", host ?? "the host")),
    outcome: entry.outcome,
    passwordVerdict: "not-checked",
    basis: "No answer of the provider came.",
    jamfConnect: view(
      null,
      "Jamf Connect treats it as offline and tries again; the local password keeps working.",
    ),
    cause: entry.cause,
    fix: entry.fix,
    steps: entry.steps,
    retryable: true,
  };
}

/** What a symptom needs beside its suspects. */
export type SymptomText = {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly suspects: readonly Suspect[];
  readonly sources: readonly string[];
};

export function ofSymptom(symptom: SymptomText): Explanation {
  const steps = symptom.suspects.map((suspect) => `${suspect.what} ${suspect.test}`);
  return {
    ...blank,
    kind: "symptom",
    title: symptom.title,
    name: symptom.id,
    stage: "symptom",
    meaning: symptom.meaning,
    basis: "A symptom without a code says nothing about the password.",
    jamfConnect: view(null, "Depends on which of the causes it is: run the tests."),
    cause: symptom.suspects[0]?.because ?? "",
    fix: symptom.suspects[0]?.test ?? "",
    steps,
    suspects: symptom.suspects,
    sources: symptom.sources,
  };
}

/** Only the placeholder can begin a sentence in lower case; a host name stays as it is. */
function capital(sentence: string): string {
  return sentence.replace(/^the host/, "The host");
}

function view(accepts: boolean | null, why: string): JamfConnectView {
  return { accepts, certainty: "inferred", why };
}

const noLinks: readonly Link[] = [];

/** What holds for everything without a code. */
const blank = {
  code: null,
  assessed: true,
  outcome: "unclear",
  passwordVerdict: "unknown",
  certainty: "inferred",
  signInLog: null,
  links: noLinks,
  locksAccount: false,
  retryable: false,
  risk: "None from this alone.",
  oauthError: "unknown",
  oauthErrorV1: null,
  suberror: null,
  httpStatus: null,
  seenIn: [],
  sources: [],
  suspects: [],
  error: null,
} as const;
