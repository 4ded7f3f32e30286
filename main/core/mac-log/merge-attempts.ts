import { keyOf } from "./evidence.ts";
import type { RawAttempt } from "./find-attempts.ts";
import { macLogLimits } from "./limits.ts";

/** An attempt and the file that tells of it. */
export type AttemptOfFile = { readonly raw: RawAttempt; readonly file: string };

/** Attempts in the order of time, and how many stand for what another file tells, too. */
export type MergedAttempts = { readonly attempts: readonly AttemptOfFile[]; readonly merged: number };

/** What two attempts are compared by; the times are those of one Mac, so the clock on its wall orders them. */
type Span = {
  readonly attempt: AttemptOfFile;
  readonly start: string;
  readonly end: string;
  readonly says: string | null;
};

/**
 * Attempts of several files in the order of time. Two files can tell of one attempt, as `jamf_login.log` and the unified log do: where
 * they overlap and do not say different things, one of them stays, the one with the deciding line. An attempt is compared with those
 * that go on when it begins, and of those with as many as files are read: no more can tell of one.
 */
export function mergeAttempts(attempts: readonly AttemptOfFile[]): MergedAttempts {
  const sorted = attempts.map(spanOf).toSorted(byStart);
  const kept: Span[] = [];
  let open: number[] = [];
  let merged = 0;
  let openSince = "";
  for (const span of sorted) {
    if (span.start !== openSince || open.length > 2 * macLogLimits.files) {
      openSince = span.start;
      open = open.filter((place) => (kept[place]?.end ?? "") >= openSince).slice(-macLogLimits.files);
    }
    const same = open.findLast((place) => isSame(kept[place], span));
    const other = same === undefined ? undefined : kept[same];
    if (same === undefined || other === undefined) open.push(kept.push(span) - 1);
    else {
      merged += 1;
      if (other.says === null && span.says !== null) kept[same] = span;
    }
  }
  // One that took the place of another may begin later.
  return { attempts: kept.toSorted(byStart).map(({ attempt }) => attempt), merged };
}

function spanOf(attempt: AttemptOfFile): Span {
  const { first, last, deciding } = attempt.raw;
  return {
    attempt,
    start: wall(first.at.text),
    end: wall(last.at.text),
    says: deciding === null ? null : keyOf(deciding.evidence),
  };
}

function byStart(a: Span, b: Span): number {
  return a.start < b.start ? -1 : a.start > b.start ? 1 : 0;
}

/** Whether two that overlap tell of one attempt. */
function isSame(a: Span | undefined, b: Span): boolean {
  if (a === undefined || a.attempt.file === b.attempt.file) return false;
  return a.says === null || b.says === null || a.says === b.says;
}

/** A zone that only one file gives cannot order them. */
function wall(at: string): string {
  return at.slice(0, 19);
}
