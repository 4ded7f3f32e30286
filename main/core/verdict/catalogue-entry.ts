import type { Certainty } from "../finding.ts";
import type { Outcome, PasswordVerdict } from "../login-result.ts";

/** What Jamf Connect does with an answer. `accepts: null` means that nobody has written it down and it cannot be concluded. */
export type JamfConnectView = {
  readonly accepts: boolean | null;
  readonly certainty: Certainty;
  readonly why: string;
};

/** How the answer looks in the Entra sign-in log. */
export type SignInLogView = {
  readonly status: "Success" | "Failure" | "Interrupted";
  readonly note: string;
  /** Column "Authentication requirement"; null where it follows from the policies of the tenant. */
  readonly requirement: string | null;
  /** "Result detail" of the last authentication step; null where no step is written. */
  readonly resultDetail: string | null;
};

export type Link = { readonly label: string; readonly url: string };

/** One entry of the catalogue `assets/reference/errors.json`. `assessed: false` means that only the meaning is known. */
export type CatalogueEntry = {
  readonly code: number;
  readonly name: string | null;
  readonly assessed: boolean;
  readonly stage: string;
  readonly meaning: string;
  readonly outcome: Outcome;
  readonly passwordVerdict: PasswordVerdict;
  /** How sure the password verdict is. */
  readonly certainty: Certainty;
  /** Why the password verdict is what it is. */
  readonly basis: string;
  readonly jamfConnect: JamfConnectView;
  readonly signInLog: SignInLogView;
  readonly cause: string;
  readonly fix: string;
  readonly steps: readonly string[];
  readonly links: readonly Link[];
  readonly locksAccount: boolean;
  readonly retryable: boolean;
  /** What further such answers do to lock-out and risk. */
  readonly risk: string;
  readonly oauthError: string;
  readonly oauthErrorV1: string | null;
  readonly suberror: string | null;
  readonly httpStatus: number | null;
  readonly seenIn: readonly string[];
  readonly sources: readonly string[];
};
