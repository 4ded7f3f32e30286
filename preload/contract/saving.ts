import type { Problem } from "../../main/core/problem.ts";
import type { IdentityFieldId } from "../../main/core/profile/identity-fields.ts";
import type { KeyPath } from "../../main/core/profile/patch.ts";
import type { Call, Names, Nothing } from "./define.ts";
import type { FileHandle, OfferedFile } from "./files.ts";
import type { TypedValue } from "./form.ts";

/** Where a file went. */
export type SavedView = {
  readonly fileName: string;
  /** Path where it lies; null when the page has to take `download`. */
  readonly savedTo: string | null;
  readonly download: FileHandle | null;
  /** What of the file that it came from is not in it (`comments-lost`); null where everything is. */
  readonly lost: Problem | null;
};

/** A setting that differs between the document and its file; values stay in main. */
export type DifferenceView = {
  readonly domain: string | null;
  readonly keyPath: string;
  readonly what: "differs" | "only here" | "only on disk";
};

/** How the file stands from which the document was opened. */
export type OnDiskView = {
  /** `nowhere`: nobody knows where it lies, or it lies nowhere yet. */
  readonly state: "nowhere" | "as opened" | "changed" | "not readable";
  /** Between the document and the file as it is now; empty where the file cannot be read. */
  readonly differences: readonly DifferenceView[];
  readonly problem: Problem | null;
};

/** A value that a draft had left out because it is a secret. */
export type LeftOutView = {
  /** From the root of the document. */
  readonly path: KeyPath;
  readonly domain: string | null;
  readonly keyPath: string;
  /** What the catalogue calls it; null for keys it does not know. */
  readonly title: string | null;
};

/** Changes that were not saved, kept on disk without secrets. */
export type DraftView = {
  readonly id: string;
  readonly fileName: string;
  /** Where the file lies; null where nobody knows. */
  readonly path: string | null;
  /** ISO 8601, UTC. */
  readonly savedAt: string;
  readonly leftOut: readonly LeftOutView[];
  /** The process that wrote it seems to run still: perhaps it is open there. */
  readonly isElsewhere: boolean;
};

export type DraftsView = {
  /** The newest first, without that of the open document. */
  readonly drafts: readonly DraftView[];
  /** Why files among the drafts cannot be read. */
  readonly problems: readonly Problem[];
  /** Why the newest change is not on disk (`draft-not-kept`), or a draft not gone (`draft-not-deleted`); null where all is well. */
  readonly notKept: Problem | null;
};

/** What becomes of values that a draft had left out; `path` null stands for all of them. */
export type SettleInput =
  /** `file` null: from where the file lies. */
  | { readonly how: "file"; readonly path: KeyPath | null; readonly file: FileHandle | null }
  | { readonly how: "remove"; readonly path: KeyPath }
  | { readonly how: "text"; readonly path: KeyPath; readonly text: string };

/** A text that stands in a field and is not in the document: it does not fit, or is being typed. */
export type UnstoredField = TypedValue & {
  readonly label: string;
  readonly takesAnyText: boolean;
  /** Where it is a value that several places share. */
  readonly shared?: { readonly id: IdentityFieldId; readonly domain: string | null };
};

/** What stands on the page of a document and in no file, for a page that is loaded anew and for a draft. */
export type UnstoredTexts = {
  /** Without texts of secrets. */
  readonly fields: readonly UnstoredField[];
  /** What was typed over the source as it is now; null where that stands as main has written it. */
  readonly source: string | null;
};

export type SavingCalls = {
  /**
   * Saves the document: to where it came from, or as a download under its name. Null when nothing is to be saved or the person
   * cancelled. Problems beside those of writing: `file-changed-on-disk` unless `over`, `values-left-out`.
   */
  readonly "document.save": Call<{ readonly over: boolean }, SavedView | null>;
  /** Saves it to a place that the person picks, which is its place from then on. */
  readonly "document.saveAs": Call<Nothing, SavedView | null>;
  /** Goes on with a copy that no file holds yet. */
  readonly "document.duplicate": Call<Nothing, null>;
  /** Goes back to the file as it is on disk; as one change that can be undone. */
  readonly "document.revert": Call<Nothing, null>;
  /** The changes of a document that was left are not wanted any more: its draft goes. Problem: `document-open` before it was. */
  readonly "document.discard": Call<{ readonly document: string }, null>;
  /**
   * Keeps what stands on the page and is not in the document. Nothing happens where another document is open; a source that was typed
   * over another state of the document leaves the one that is kept.
   */
  readonly "document.keepUnstored": Call<
    {
      readonly document: string;
      readonly fields: readonly UnstoredField[];
      /** With the name of the source that it was typed over. */
      readonly source: { readonly text: string; readonly version: string } | null;
    },
    null
  >;
  /** What is kept of the open document. */
  readonly "document.unstored": Call<
    Nothing,
    { readonly document: string; readonly texts: UnstoredTexts } | null
  >;
  readonly "document.onDisk": Call<Nothing, OnDiskView>;
  /** As one change. Problems: `left-out-elsewhere`, `left-out-not-base64`, those of reading. */
  readonly "document.settle": Call<SettleInput, null>;
  readonly "drafts.list": Call<Nothing, DraftsView>;
  /** Opens a draft as the document. */
  readonly "drafts.restore": Call<{ readonly id: string }, null>;
  /** Null stands for those that cannot be read. */
  readonly "drafts.forget": Call<{ readonly id: string | null }, null>;
};

export const savingCalls: Names<SavingCalls> = {
  "document.save": true,
  "document.saveAs": true,
  "document.duplicate": true,
  "document.revert": true,
  "document.discard": true,
  "document.keepUnstored": true,
  "document.unstored": true,
  "document.onDisk": true,
  "document.settle": true,
  "drafts.list": true,
  "drafts.restore": true,
  "drafts.forget": true,
};

export type SavingEvents = {
  readonly "drafts.changed": DraftsView;
  /** The system has handed over a file while the document has changes: the page asks, and opens it. */
  readonly "document.offered": OfferedFile;
};

export const savingEvents: Names<SavingEvents> = { "drafts.changed": true, "document.offered": true };
