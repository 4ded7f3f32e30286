import { isOpen } from "./accept-difference.ts";
import type { Difference } from "./difference.ts";

/** As much of a difference as is counted. */
type CountedDifference = Pick<Difference, "accepted"> & { readonly kind: string };

/** One sentence that counts what a comparison found: settings first, then the three kinds of differences. */
export function countDifferences(differences: readonly CountedDifference[], equal: number): string {
  const count = (kind: string) => differences.filter((difference) => difference.kind === kind).length;
  const [usual, defects, open] = [count("usual"), count("known-defect"), differences.filter(isOpen).length];
  const accepted = count("unexplained") - open;
  const parts = [
    `${equal} ${equal === 1 ? "setting is" : "settings are"} exactly as sent`,
    ...(usual > 0 ? [`${usual} ${usual === 1 ? "value is" : "values are"} Jamf Pro's usual rewriting`] : []),
    ...(defects > 0 ? [`${defects} ${defects === 1 ? "meets" : "meet"} a known defect`] : []),
    ...(accepted > 0 ? [`${accepted} ${accepted === 1 ? "is" : "are"} accepted with a reason`] : []),
    open === 0
      ? accepted > 0
        ? "nothing else is unexplained"
        : "nothing is unexplained"
      : `${open} ${open === 1 ? "difference is" : "differences are"} not explained`,
  ];
  return `${parts.join("; ")}.`;
}
