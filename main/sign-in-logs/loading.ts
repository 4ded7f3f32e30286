import type { FirstNumber } from "../core/sign-ins/index.ts";
import type { Database } from "./database.ts";
import { isDamagedGzip, type Source } from "./open-source.ts";
import type { ReadingProgress } from "./reading-progress.ts";

/** What reading one file works with. */
export type Loading = {
  readonly database: Database;
  /** Number and name of the file. */
  readonly file: number;
  readonly name: string;
  /** What a row is where nothing in it tells: the portal's names of files say it. */
  readonly kind: "interactive" | "non-interactive";
  readonly signal: AbortSignal | null;
  readonly progress: ReadingProgress;
  /** Told what a first look at a long file says; null where nobody asks. */
  readonly first: ((numbers: readonly FirstNumber[]) => void) | null;
  readonly note: (note: LoadingNote) => void;
  /** A path in the private folder for what is written of this file; it goes when the file is read. */
  readonly pathFor: (what: string) => string;
  /** The file under a name in the private folder in which DuckDB sees no pattern, as it does in `logs[1].json`. */
  readonly linkTo: (path: string) => Promise<string>;
};

export type LoadingNote =
  | { readonly kind: "gzip-cut" }
  | { readonly kind: "header-by-place" }
  | { readonly kind: "more-pages" }
  | { readonly kind: "not-utf-8" }
  | { readonly kind: "dates-ambiguous"; readonly example: string }
  | { readonly kind: "dates-mixed"; readonly monthFirst: string; readonly dayFirst: string }
  | { readonly kind: "undated"; readonly rows: number; readonly example: string | null };

/** A log that is packed has about so many times its size. */
const usualGrowth = 15;

/** The text of a file as far as it goes: to its end, to the place where its gzip is damaged, or until somebody stops. */
export async function* textOf(
  source: Source,
  { signal, note }: Pick<Loading, "signal" | "note">,
  progress?: ReadingProgress,
): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of source.chunks()) {
      if (signal?.aborted === true) return;
      yield chunk;
      progress?.copied(chunk.length / (source.size * (source.gzip ? usualGrowth : 1)));
    }
  } catch (error) {
    if (!source.gzip || !isDamagedGzip(error)) throw error;
    note({ kind: "gzip-cut" });
  }
}
