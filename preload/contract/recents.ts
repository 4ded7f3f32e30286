import type { Call, Names, Nothing } from "./define.ts";

/** A file that was open, with what was known of it then. */
export type RecentView = {
  readonly id: string;
  readonly name: string;
  /** The folder it lies in; null where nobody knows a path, and then it has to be chosen again. */
  readonly folder: string | null;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
  readonly provider: string | null;
  readonly lastTest: { readonly short: string; readonly tone: "ok" | "warn" | "err" | "mute" } | null;
  readonly errors: number;
  readonly warnings: number;
};

export type RecentsCalls = {
  /** The newest first; practice profiles are none. */
  readonly "recents.list": Call<Nothing, readonly RecentView[]>;
  /** Opens one where it lies. Problems: `recent-unknown`, `recent-without-path`, those of the file. */
  readonly "recents.open": Call<{ readonly id: string }, null>;
  /** Deletes the list; `history.forgetAll` of everything does so, too. */
  readonly "recents.forget": Call<Nothing, null>;
};

export const recentsCalls: Names<RecentsCalls> = {
  "recents.list": true,
  "recents.open": true,
  "recents.forget": true,
};
