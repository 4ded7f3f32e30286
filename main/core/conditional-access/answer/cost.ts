import { grouped } from "../../text/grouped.ts";
import type { Tri } from "../tri.ts";

/** What a password check that fails by policy leaves in the sign-in log. */
export type Cost = {
  readonly checksPerMacAndDay: number;
  /** Rows that look like failures although the password is correct; at most so many when `certain` is false. */
  readonly rowsPerMacAndDay: number;
  /** null when the number of Macs is not given. */
  readonly rowsPerDay: number | null;
  readonly certain: boolean;
  readonly sentence: string;
};

const MINUTES_A_DAY = 24 * 60;
/** Jamf's documentation from 2.11 to today; up to 2.8 it was 15 minutes (`docs/keys.md`, PasswordPolicies.NetworkCheck). */
const DEFAULT_CHECK_MINUTES = 60;

/**
 * Rows a day, for a Mac that is on all day. A change of network adds a check of its own, which nobody can count
 * beforehand.
 *
 * @param fails whether the check ends in an error although the password is correct
 * @param checkMinutes `PasswordPolicies.NetworkCheck` of the profile; null when it has none, 0 when it switches the checks off
 */
export function costOf(fails: Tri, checkMinutes: number | null, macs: number | null): Cost {
  const minutes = checkMinutes ?? DEFAULT_CHECK_MINUTES;
  const checks = minutes === 0 ? 0 : Math.round(MINUTES_A_DAY / minutes);
  const rows = fails === "no" ? 0 : checks;
  const rowsPerDay = macs === null ? null : rows * macs;
  const every = checkMinutes === null ? `every ${minutes} minutes, the default` : `every ${minutes} minutes`;
  const fleet =
    rowsPerDay === null || macs === null ? "" : `: ${grouped(rowsPerDay)} for ${grouped(macs)} Macs`;
  const lines = `${grouped(rows)} red lines a day for each Mac, one for every check (${every})${fleet}`;
  return {
    checksPerMacAndDay: checks,
    rowsPerMacAndDay: rows,
    rowsPerDay,
    certain: fails !== "depends",
    sentence: minutes === 0 ? noTimedChecks : sentenceFor(fails, every, lines),
  };
}

/** The cost behind a sentence that says why it comes. */
export function costAfter({ sentence }: Cost): string {
  return sentence.replace(/^(?:About|Up to) /u, (word) => `That is ${word.toLowerCase()}`);
}

const noTimedChecks =
  "The time between two checks is 0, which switches timed checks off: red lines come only with other checks, after a change of network for example.";

function sentenceFor(fails: Tri, every: string, lines: string): string {
  if (fails === "no") return `No red lines: the check succeeds (a check ${every}).`;
  return fails === "yes" ? `About ${lines}.` : `Up to ${lines}.`;
}
