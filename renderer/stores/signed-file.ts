import type { ExportView, ReSignRow } from "../../preload/contract.ts";
import type { GivenFile } from "./given-files.ts";

/** A file whose signature is looked at. */
export type SignedFile = GivenFile & {
  /** Null until it was read; of one file by itself the store's `checked` says more. */
  readonly row: ReSignRow | null;
  /** What it was signed with again; null where it was not. */
  readonly again: ExportView | null;
};
