import { classOf, isRealFailure } from "./sign-in-class.ts";

/**
 * What a first look at a long file says of one application, before its rows are read whole. Rows that stand in another file too are
 * not told apart yet.
 */
export type FirstNumber = {
  readonly appId: string | null;
  readonly rows: number;
  readonly realFailures: number;
  /** Correct passwords that met a second factor. */
  readonly correct: number;
};

/** Sums what was counted by application and error code. */
export function firstNumbers(
  counted: readonly { readonly appId: string | null; readonly code: number; readonly rows: number }[],
): readonly FirstNumber[] {
  const byApp = new Map<string | null, FirstNumber>();
  for (const { appId, code, rows } of counted) {
    const known = byApp.get(appId) ?? { appId, rows: 0, realFailures: 0, correct: 0 };
    byApp.set(appId, {
      appId,
      rows: known.rows + rows,
      realFailures: known.realFailures + (isRealFailure(code) ? rows : 0),
      correct: known.correct + (classOf(code) === "password-correct-mfa" ? rows : 0),
    });
  }
  return [...byApp.values()].sort((a, b) => b.rows - a.rows);
}
