import { firstNumberRow, longestDelayRow, signInRows } from "../support/sign-in-rows.mjs";

/** Minutes, and gigabytes on disk: only where the bench is asked for `large` or `million`. */
export const rows = [
  ...signInRows(200_000, "large"),
  firstNumberRow(200_000, "large"),
  longestDelayRow(200_000, "large"),
  ...signInRows(1_000_000, "million").filter(({ what }) => /envelope|lines/.test(what)),
];
