import type { KnowledgeRow } from "../../main/core/explain/answer.ts";
import type { MacCommand } from "../../main/core/mac-commands/mac-commands.ts";
import type { ChosenFiles } from "../../main/core/mac-log/choose-files.ts";
import type { Explained } from "../../main/core/mac-log/mac-log.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle } from "./files.ts";

export type ExplainCalls = {
  /**
   * What decides in a pasted text (a code, an error, an address, a row of a sign-in log, lines of a log of the Mac), or what its
   * words may mean. A name of `explain.list` is a text, too. Problem: `explain-too-long`.
   */
  readonly "explain.text": Call<{ readonly text: string }, Explained>;
  /** Everything that can be explained; it never changes. */
  readonly "explain.list": Call<Nothing, readonly KnowledgeRow[]>;
  /** Every command that shows something on the Mac, to be copied; it never changes. */
  readonly "explain.commands": Call<Nothing, readonly MacCommand[]>;
  /** Which files of a folder are worth giving to `explain.files`, by their names alone. */
  readonly "explain.chooseFiles": Call<{ readonly paths: readonly string[] }, ChosenFiles>;
  /**
   * Reads a log of the Mac, of any length, or the files of a folder together. With `folder: null` there is one file, which may be a
   * short text with an error in it. A new call ends the one before. Problems: `not-a-log`, `no-log-in-folder`, those of the files.
   */
  readonly "explain.files": Call<
    {
      readonly folder: string | null;
      readonly files: readonly { readonly file: FileHandle; readonly path: string }[];
      readonly passedOver: number;
      readonly notRead: readonly string[];
    },
    Explained
  >;
  /** Ends the reading; what was read so far is answered. */
  readonly "explain.stop": Call<Nothing, null>;
};

export const explainCalls: Names<ExplainCalls> = {
  "explain.text": true,
  "explain.list": true,
  "explain.commands": true,
  "explain.chooseFiles": true,
  "explain.files": true,
  "explain.stop": true,
};

/** How far the reading of files is. */
export type ExplainProgress = {
  readonly file: string;
  /** Files that were begun, of all. */
  readonly index: number;
  readonly count: number;
  /** Of all files so far. */
  readonly bytes: number;
};

export type ExplainEvents = { readonly "explain.progress": ExplainProgress };

export const explainEvents: Names<ExplainEvents> = { "explain.progress": true };
