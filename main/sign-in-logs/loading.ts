import type { Database } from "./database.ts";

/** What reading one file works with. */
export type Loading = {
  readonly database: Database;
  /** The private folder. */
  readonly folder: string;
  /** Number and name of the file. */
  readonly file: number;
  readonly name: string;
  /** What a row is where nothing in it tells: the portal's names of files say it. */
  readonly kind: "interactive" | "non-interactive";
  readonly signal: AbortSignal | null;
  /** Bytes more that were gone through. */
  readonly progress: (bytes: number) => void;
  readonly note: (note: LoadingNote) => void;
  /** The file under a name in the private folder in which DuckDB sees no pattern, as it does in `logs[1].json`. */
  readonly linkTo: (path: string) => Promise<string>;
};

export type LoadingNote =
  | { readonly kind: "gzip-cut" }
  | { readonly kind: "header-by-place" }
  | { readonly kind: "more-pages" }
  | { readonly kind: "dates-ambiguous"; readonly example: string };
