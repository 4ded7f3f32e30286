import type { Finding } from "../finding.ts";
import type { SignInClass } from "./sign-in-class.ts";

export type ClassCounts = Readonly<Record<SignInClass, number>>;

/** A line of a file that could not be read as a sign-in, and why. */
export type SkippedRow = { readonly file: string; readonly line: number | null; readonly reason: string };

/** What was read of one file. */
export type FileReading = {
  readonly file: string;
  /** In words: `JSON of Microsoft Graph, in an envelope, gzip`. */
  readonly format: string;
  readonly rows: number;
  readonly skipped: number;
  readonly duplicates: number;
  /** Rows that count but whose time is missing or could not be read. */
  readonly undated: number;
  /** The first of what was skipped, at most {@link mostListed}. */
  readonly skippedRows: readonly SkippedRow[];
  /** What somebody should know about how it was read. */
  readonly notes: readonly Finding[];
};

export const mostListed = 100;

export type UserCount = {
  readonly user: string;
  readonly rows: number;
  readonly failures: number;
  readonly classes: ClassCounts;
};
export type HourCount = {
  readonly hour: string;
  readonly rows: number;
  /** Rows that kept somebody out. */
  readonly failures: number;
  readonly classes: ClassCounts;
};
export type CodeCount = { readonly code: number; readonly class: SignInClass; readonly rows: number };
export type AppCount = {
  readonly appId: string | null;
  readonly app: string | null;
  readonly rows: number;
  readonly failures: number;
  /** Rows with the protocol `ropc`; Entra writes it on successful rows only. */
  readonly ropc: number;
};
export type PlaceCount = { readonly place: string; readonly rows: number; readonly failures: number };
export type PolicyCount = {
  readonly policy: string;
  readonly id: string | null;
  readonly rows: number;
  readonly users: number;
};

/** Somebody whose wrong passwords come near to smart lockout, or who is behind it. */
export type LockOut = {
  readonly user: string;
  /** Wrong passwords since the last correct one. */
  readonly wrong: number;
  readonly lockedRows: number;
  readonly timesLocked: number;
  readonly lastAt: string | null;
};

/** Failures that come as regularly as Jamf Connect checks the password. */
export type Rhythm = {
  readonly user: string;
  readonly app: string | null;
  readonly code: number;
  readonly everyMinutes: number;
  readonly times: number;
  readonly since: string;
  readonly until: string;
};

/** When password checks that used to succeed began to meet a second factor. */
export type Beginning = {
  readonly at: string;
  /** Sign-ins before that time that succeeded. */
  readonly before: number;
  /** Correct passwords since then that met a second factor. */
  readonly after: number;
  readonly policies: readonly string[];
  /** True where the time and the resource fit the change of baseline scopes of summer 2026. */
  readonly fitsBaselineChange: boolean;
};

export type RiskyUser = { readonly user: string; readonly rows: number; readonly checks: number };

/** What a sign-in log says, design section 7. `rows` are those that were asked about; `read` are all. */
export type SignInReport = {
  readonly rows: number;
  readonly read: number;
  readonly skipped: number;
  readonly duplicates: number;
  /** Of `read`, rows whose time is missing or could not be read; they stand in no chart. */
  readonly undated: number;
  readonly formats: readonly string[];
  readonly files: readonly FileReading[];
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly classes: ClassCounts;
  /** Rows that kept somebody out. */
  readonly realFailures: number;
  /** Rows that Entra logs with an error code. */
  readonly loggedFailures: number;
  readonly interrupts: number;
  /** Rows that name a protocol; Entra writes none on most. */
  readonly withProtocol: number;
  readonly byUser: readonly UserCount[];
  readonly byHour: readonly HourCount[];
  readonly byCode: readonly CodeCount[];
  readonly byApp: readonly AppCount[];
  readonly byPlace: readonly PlaceCount[];
  readonly byPolicy: readonly PolicyCount[];
  readonly lockOut: readonly LockOut[];
  readonly rhythms: readonly Rhythm[];
  readonly began: Beginning | null;
  readonly risky: readonly RiskyUser[];
  readonly findings: readonly Finding[];
};

export function noCounts(): Record<SignInClass, number> {
  return {
    "password-correct-mfa": 0,
    "password-correct-blocked": 0,
    "password-wrong": 0,
    "locked-out": 0,
    "account-state": 0,
    misconfigured: 0,
    other: 0,
    success: 0,
  };
}
