import type { LoginError } from "../login-result.ts";
import { type MacCommand, macCommands } from "../mac-commands/mac-commands.ts";
import type { CatalogueEntry, JamfConnectView, Link } from "../verdict/catalogue-entry.ts";
import type { OAuthEntry } from "../verdict/oauth-entry.ts";
import type { ProviderEntry } from "../verdict/provider-errors.ts";

/** One thing to test in a situation, the likeliest first. */
export type Suspect = {
  readonly what: string;
  /** How to find out: a command, or a place to look. */
  readonly test: string;
  readonly because: string;
  readonly codes: readonly number[];
  /** Ids of the commands that show it on the Mac. */
  readonly look?: readonly string[];
};

/**
 * What an explanation is about: a code, a code that the catalogue does not list, a word of the protocol, an error of another
 * provider, a network fault, a situation in words, or an answer in which nothing failed.
 */
export type ExplanationKind =
  | "code"
  | "unknown-code"
  | "oauth-error"
  | "provider-error"
  | "network"
  | "situation"
  | "no-failure";

/** What is known about something that was asked. `code: null` where it has none. */
export type Explanation = Omit<CatalogueEntry, "code" | "signInLog"> & {
  readonly kind: ExplanationKind;
  readonly code: number | null;
  readonly title: string;
  readonly signInLog: CatalogueEntry["signInLog"] | null;
  /** Only for situations. */
  readonly suspects: readonly Suspect[];
  /** Where it is advised to look at the Mac: the commands for it, to be copied. */
  readonly commands: readonly MacCommand[];
  /** What else stood in the pasted text; null for a bare code. */
  readonly error: LoginError | null;
};

export function ofEntry(entry: CatalogueEntry, error: LoginError | null): Explanation {
  const title = `AADSTS${entry.code}${entry.name === null ? "" : ` (${entry.name})`}`;
  return { ...entry, kind: "code", title, suspects: [], commands: [], error };
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

export function ofProviderEntry(entry: ProviderEntry, error: LoginError | null): Explanation {
  return {
    ...blank,
    kind: "provider-error",
    title: entry.title,
    name: entry.id,
    stage: "provider",
    meaning: entry.meaning,
    outcome: entry.outcome,
    passwordVerdict: entry.passwordVerdict,
    certainty: entry.certainty,
    basis: entry.basis,
    jamfConnect: view(
      entry.accepts,
      entry.accepts === null
        ? "Not assessed: what Jamf Connect does with this error is not written down."
        : `Concluded from what the error says: ${entry.meaning}`,
    ),
    cause: entry.cause,
    fix: entry.steps[0] ?? "",
    steps: entry.steps,
    locksAccount: entry.locksAccount,
    oauthError: error?.oauthError ?? "unknown",
    sources: [entry.source],
    error,
  };
}

/** What a situation says. */
type SituationText = {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly certainty: CatalogueEntry["certainty"];
  readonly suspects: readonly Suspect[];
  readonly sources: readonly string[];
};

export function ofSituation(situation: SituationText): Explanation {
  const steps = situation.suspects.map((suspect) => `${suspect.what} ${suspect.test}`);
  return {
    ...blank,
    kind: "situation",
    title: situation.title,
    name: situation.id,
    stage: "situation",
    meaning: situation.meaning,
    certainty: situation.certainty,
    basis: "A situation without a code says nothing about the password.",
    jamfConnect: view(null, "Depends on which of the causes it is: run the tests."),
    cause: situation.suspects[0]?.because ?? "",
    fix: situation.suspects[0]?.test ?? "",
    steps,
    suspects: situation.suspects,
    commands: macCommands([...new Set(situation.suspects.flatMap(({ look }) => look ?? []))]),
    sources: situation.sources,
  };
}

/**
 * A code that the catalogue does not list: nothing is said about it but where to look it up.
 *
 * @param listed how many codes the catalogue has
 * @param error what stood beside it, masked
 * @param word what the word of the protocol beside it means, or null
 */
export function ofUnknownCode(
  code: number,
  listed: number,
  error: LoginError | null,
  word: OAuthEntry | null,
): Explanation {
  const steps = [
    "Look the code up at Microsoft: the page shows its text.",
    "Read the failure reason of the row in the sign-in log.",
  ];
  const beside = word === null ? "" : ` The word beside it, ${word.error}, means: ${word.meaning}`;
  return {
    ...blank,
    kind: "unknown-code",
    code,
    assessed: false,
    title: `AADSTS${code}`,
    name: null,
    stage: "unknown",
    meaning: `The code ${code} is not in the catalogue of ${listed} codes: it is newer, or no code of Entra. Latchkey does not guess.${beside}`,
    basis: "Not assessed.",
    jamfConnect: view(null, "Not assessed: what Jamf Connect does with this code is not written down."),
    cause: "Not assessed.",
    fix: steps[0] ?? "",
    steps,
    links: [{ label: "Look it up at Microsoft", url: lookUpAddress(code) }],
    risk: "Not assessed.",
    error,
  };
}

/** Microsoft's page that shows the text of a code. */
function lookUpAddress(code: number): string {
  return `https://login.microsoftonline.com/error?code=${code}`;
}

/** What an answer without a failure says, in its own words. */
export type NoFailureText = Pick<
  Explanation,
  "code" | "name" | "title" | "meaning" | "passwordVerdict" | "basis" | "jamfConnect" | "steps" | "signInLog"
>;

export function ofNoFailure(text: NoFailureText): Explanation {
  return {
    ...blank,
    ...text,
    kind: "no-failure",
    stage: "success",
    outcome: "succeeded",
    cause: "Nothing failed in what was pasted.",
    fix: text.steps[0] ?? "",
  };
}

/** What Jamf Connect does with it, where that is a conclusion. */
export function view(accepts: boolean | null, why: string): JamfConnectView {
  return { accepts, certainty: "inferred", why };
}

const noLinks: readonly Link[] = [];

/** What holds for everything without an assessed code. */
export const blank = {
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
  commands: [],
  error: null,
} as const;
