/**
 * What went wrong, as a value. It crosses every boundary unchanged (core → main → contract → screen, or → stderr).
 *
 * - `code`: stable and kebab-case; programs switch on it.
 * - `title`: what happened, one sentence.
 * - `detail`: where, and what was seen.
 * - `fix`: what the user can do now.
 */
export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fix: string;
  /** Position in a text file, both counted from 1. */
  readonly at?: { readonly line: number; readonly column: number };
};

/** Either the thing asked for or the reason why there is none. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

/** Wraps a value as a successful {@link Result}. */
export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps a {@link Problem} as a failed {@link Result}. */
export function fail(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
