import type { Problem, Result } from "../../core/problem.ts";
import type {
  FileReading,
  FirstNumber,
  NamedRow,
  SignInDetail,
  SignInNames,
} from "../../core/sign-ins/index.ts";
import type { RowFilter, RowQuery, RowSelection, RowsPage } from "../../core/sign-ins/row-query.ts";
import type { ClassTotals, Reported } from "../report-queries.ts";

/** What is asked of the thread that reads, and what it answers. Files go as paths, and answers are numbers and pages of rows. */
export type Questions = {
  readonly open: { readonly asked: { readonly base: string | null }; readonly answer: null };
  readonly add: {
    readonly asked: {
      readonly path: string;
      readonly name: string;
      /** Whether somebody waits for what a first look says: it takes a third of the time of reading. */
      readonly isFirstWanted: boolean;
    };
    readonly answer: FileReading;
  };
  readonly totals: { readonly asked: { readonly filter: RowFilter }; readonly answer: ClassTotals };
  readonly report: {
    readonly asked: {
      readonly filter: RowFilter;
      readonly checkMinutes: number | null;
      readonly most: number | null;
    };
    readonly answer: Reported;
  };
  readonly rows: { readonly asked: { readonly query: RowQuery }; readonly answer: RowsPage };
  readonly row: { readonly asked: { readonly row: number }; readonly answer: SignInDetail | null };
  readonly named: { readonly asked: { readonly names: SignInNames }; readonly answer: readonly NamedRow[] };
  readonly csv: { readonly asked: { readonly selection: RowSelection }; readonly answer: null };
  readonly close: { readonly asked: Readonly<Record<never, never>>; readonly answer: null };
};

export type QuestionName = keyof Questions;

/** A question has a number, under which everything that belongs to it comes back. */
export type Question = {
  readonly [Name in QuestionName]: {
    readonly number: number;
    readonly name: Name;
    readonly asked: Questions[Name]["asked"];
  };
}[QuestionName];

export type ToReader =
  | Question
  /** Nobody waits for this answer any more. */
  | { readonly stop: number }
  /** The last piece of this answer was taken, and the next may come. */
  | { readonly taken: number };

export type FromReader =
  | { readonly number: number; readonly answer: Result<unknown> }
  /** A fault of the reader, and no problem of a log. */
  | { readonly number: number; readonly fault: string }
  | { readonly number: number; readonly share: number }
  | { readonly number: number; readonly first: readonly FirstNumber[] }
  | { readonly number: number; readonly piece: string };

/** The thread is gone, and with it what was read. */
export const readerGone: Problem = {
  code: "log-reader-ended",
  title: "The part of Latchkey that reads sign-in logs has ended.",
  detail:
    "It ended by itself, which is a fault of Latchkey or too little memory. What was loaded is not there any more.",
  fix: "Add the logs again. If it happens with the same file, leave that file out.",
};
