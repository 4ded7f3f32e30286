import type { Problem } from "../../main/core/problem.ts";
import type { FirstNumber } from "../../main/core/sign-ins/first-numbers.ts";
import type { FileReading, SignInReport } from "../../main/core/sign-ins/report.ts";
import type {
  RowFilter,
  RowQuery,
  RowSelection,
  RowsPage,
  SignInDetail,
} from "../../main/core/sign-ins/row-query.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

/** Sign-in logs that are loaded. */
export type SignInsView = {
  /** Files that were read, in the order in which they were given. */
  readonly files: readonly FileReading[];
  /** Why others were not. */
  readonly refused: readonly Problem[];
  /** Rows that count, in all files together. */
  readonly rows: number;
  /** Grows with every file: what was asked before is older. */
  readonly version: number;
  /** What is being read now; null when nothing is. */
  readonly reading: SignInsProgress | null;
};

/** How far the reading of files is. */
export type SignInsProgress = {
  readonly file: string;
  /** Files that were begun, of all that were given together. */
  readonly index: number;
  readonly count: number;
  /** How much of the file is read, from 0 to 1. */
  readonly share: number;
  /** What a first look at a long file says, by application; null until then, and of a short one. */
  readonly first: readonly FirstNumber[] | null;
};

/** An application that the open profile signs in to. */
export type ProfileApp = {
  readonly appId: string;
  /** The keys that name it: `OIDCClientID`, `OIDCROPGID`, `IdPSettings.ROPGID`. */
  readonly keys: readonly string[];
};

/** What the rows that are asked about say, with its sentences. */
export type SignInsAnswer = {
  readonly version: number;
  readonly headline: string;
  readonly under: string;
  readonly report: SignInReport;
  /** Everybody who was met, of whom the report names the first. */
  readonly people: number;
};

/** A file that was made of the log. */
export type SignInsFile = {
  readonly fileName: string;
  /** Path where the host saved it; null when the page has to take `download`. */
  readonly savedTo: string | null;
  readonly download: FileHandle | null;
  readonly bytes: number;
};

export type SignInsCalls = {
  /** Null before anything is loaded. */
  readonly "signIns.current": Call<Nothing, SignInsView | null>;
  /** The applications of the open profile; empty without one. */
  readonly "signIns.apps": Call<Nothing, readonly ProfileApp[]>;
  /**
   * Reads logs, one after the other, beside those that are loaded; each is told by `signIns.changed` when it was read. Answers when all
   * were. Problems: `duckdb-missing`, `disk-full`, `no-temporary-folder`; what is wrong with one file stands in `refused`.
   */
  readonly "signIns.add": Call<
    { readonly files: readonly { readonly file: FileHandle; readonly path: string }[] },
    SignInsView
  >;
  /**
   * Reads the last days of the tenant's log from Microsoft Graph, as a file beside those that are loaded: the rows of the open profile's
   * applications, of every one where no profile is open. `graph.stop` ends it. Problems: those of `graph.load` and `signIns.add`,
   * `no-app-id`, `graph-no-sign-ins`.
   */
  readonly "signIns.fromGraph": Call<
    {
      readonly clientId: string;
      readonly authority: string;
      readonly how: "browser" | "device-code";
      readonly remember: boolean;
      readonly days: number;
      /** Whether Entra ID Protection is asked, too, who is at risk, and by which detections; where it refuses, that stands in `refused`. */
      readonly risk: boolean;
    },
    SignInsView
  >;
  /**
   * Waits until the tenant's log has one sign-in, such as a test that was just run, and reads its row beside what is loaded.
   * `graph.changed` tells how often was asked, and `graph.stop` ends it. Problems: those of `signIns.fromGraph`, `no-sign-in-id`,
   * `sign-in-not-in-log`.
   */
  readonly "signIns.findInGraph": Call<
    {
      readonly clientId: string;
      readonly authority: string;
      readonly how: "browser" | "device-code";
      readonly remember: boolean;
      readonly correlationId: string | null;
      readonly requestId: string | null;
    },
    SignInsView
  >;
  /** Ends the reading; files that were read whole stay. */
  readonly "signIns.stop": Call<Nothing, null>;
  /** Forgets all logs, and removes what was laid on disk. */
  readonly "signIns.clear": Call<Nothing, null>;
  /** Problems of these: `no-log`, `disk-full`, `too-little-memory`. */
  readonly "signIns.report": Call<RowFilter, SignInsAnswer>;
  readonly "signIns.rows": Call<RowQuery, RowsPage>;
  readonly "signIns.row": Call<{ readonly row: number }, SignInDetail | null>;
  /** The rows as CSV, with names and addresses as they are. Null when not saved. */
  readonly "signIns.export": Call<RowSelection, SignInsFile | null>;
  /** The report as Markdown, in which people, applications, policies and files are labels. Null when not saved. */
  readonly "signIns.exportReport": Call<RowFilter, SignInsFile | null>;
  /** The same classes as a query for Log Analytics and Sentinel; needs no log. */
  readonly "signIns.kql": Call<{ readonly appIds: readonly string[] }, { readonly kql: string }>;
};

export const signInsCalls: Names<SignInsCalls> = {
  "signIns.current": true,
  "signIns.apps": true,
  "signIns.add": true,
  "signIns.fromGraph": true,
  "signIns.findInGraph": true,
  "signIns.stop": true,
  "signIns.clear": true,
  "signIns.report": true,
  "signIns.rows": true,
  "signIns.row": true,
  "signIns.export": true,
  "signIns.exportReport": true,
  "signIns.kql": true,
};

export type SignInsEvents = {
  /** A file is begun, is read a good deal further, was read, or all are forgotten. */
  readonly "signIns.changed": SignInsView | null;
  /** A log that the system handed over: the page shows the Sign-ins screen and gives the handle to `signIns.add`. */
  readonly "signIns.offered": { readonly fileName: string; readonly file: FileHandle };
};

export const signInsEvents: Names<SignInsEvents> = {
  "signIns.changed": true,
  "signIns.offered": true,
};
