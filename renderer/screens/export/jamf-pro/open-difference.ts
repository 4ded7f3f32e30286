import type { Difference } from "../../../../preload/contract.ts";

/** Whether somebody has to look at it: nobody knows why it differs, and nobody has accepted that. */
export function isOpenDifference({ kind, accepted }: Difference): boolean {
  return kind === "unexplained" && accepted === undefined;
}
