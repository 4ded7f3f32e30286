import type { ExplainAnswer } from "../explain/answer.ts";
import type { Explanation } from "../explain/explanation.ts";
import type { Certainty } from "../finding.ts";
import type { Outcome } from "../login-result.ts";
import type { LogFormat } from "./log-entry.ts";

/** A line as it may be shown: names and secrets masked. */
export type MacLogLine = {
  /** Its number in the file, from 1. */
  readonly line: number;
  /** ISO 8601, without a zone where the log gives none. */
  readonly at: string;
  readonly text: string;
  readonly decides: boolean;
};

/** What the deciding line of an attempt names. */
export type MacLogEvidence = {
  readonly kind: "code" | "oauth-error" | "network";
  /** `AADSTS50105`, `invalid_grant`, `NSURLErrorDomain -1009` */
  readonly name: string;
  readonly code: number | null;
  /** What it means, as the end of a sentence; null for a code that no list has. */
  readonly meaning: string | null;
  /** Its place in {@link MacLog.entries}; null for a code that no list has. */
  readonly entry: number | null;
};

/**
 * One attempt to sign in. The log does not number attempts: that these lines belong together is inferred from pauses and from what
 * is asked for.
 */
export type MacLogAttempt = {
  readonly at: string;
  readonly until: string;
  readonly seconds: number;
  /** Name of the file in the folder; empty for a pasted text. */
  readonly file: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** What the deciding line says about the sign-in; `unclear` where no line decides. Never taken from words. */
  readonly outcome: Outcome;
  readonly certainty: Certainty;
  /** In a few words: `Stopped at AADSTS50105`, `No line decides`. */
  readonly title: string;
  /** The deciding line, masked; null where no line decides. */
  readonly deciding: string | null;
  readonly decidingLine: number | null;
  readonly evidence: MacLogEvidence | null;
  /** All codes in it, in their order. */
  readonly codes: readonly number[];
  readonly hosts: readonly string[];
  /** Processes and subsystems that wrote it. */
  readonly from: readonly string[];
  /** Its first and last lines and those around the deciding one; what is missing between two numbers was left out. */
  readonly lines: readonly MacLogLine[];
};

/** How often something stood in the log. */
export type MacLogCount = {
  readonly name: string;
  readonly kind: MacLogEvidence["kind"];
  readonly meaning: string | null;
  readonly count: number;
  readonly file: string;
  readonly firstLine: number;
  readonly firstAt: string;
};

export type MacLogFile = {
  readonly name: string;
  readonly formats: readonly LogFormat[];
  readonly lines: number;
  /** Messages of Jamf Connect, and of other programs, which are counted and not read. */
  readonly messages: number;
  readonly foreign: number;
  readonly from: string | null;
  readonly to: string | null;
};

/** A version that a file of the folder names. */
export type MacLogVersion = { readonly what: string; readonly version: string; readonly file: string };

/** What a log of the Mac says. */
export type MacLog = {
  /** One sentence: how many attempts, and what the last one met. */
  readonly title: string;
  readonly detail: string;
  /** In the order of time; the newest where there are more than are shown. */
  readonly attempts: readonly MacLogAttempt[];
  /** What is known about everything that was named, the last deciding one first. */
  readonly entries: readonly Explanation[];
  /** How often each code, OAuth error and network error stood there, the first failure first. */
  readonly seen: readonly MacLogCount[];
  readonly files: readonly MacLogFile[];
  readonly versions: readonly MacLogVersion[];
  /** What was read, and how sure it is. */
  readonly known: readonly string[];
  /** What the log does not tell. */
  readonly unknown: readonly string[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
};

/** What is answered to a text, a file or a folder: a log of the Mac was read, or something else was explained. */
export type Explained = { readonly kind: "log"; readonly log: MacLog } | ExplainAnswer;
