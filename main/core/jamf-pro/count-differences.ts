import type { Difference } from "./difference.ts";

/** One sentence that counts what a comparison found: settings first, then the three kinds of differences. */
export function countDifferences(differences: readonly Difference[], equal: number): string {
  const count = (kind: Difference["kind"]) =>
    differences.filter((difference) => difference.kind === kind).length;
  const [usual, defects, open] = [count("usual"), count("known-defect"), count("unexplained")];
  const parts = [
    `${equal} ${equal === 1 ? "setting is" : "settings are"} exactly as sent`,
    ...(usual > 0 ? [`${usual} ${usual === 1 ? "value is" : "values are"} Jamf Pro's usual rewriting`] : []),
    ...(defects > 0 ? [`${defects} ${defects === 1 ? "meets" : "meet"} a known defect`] : []),
    open === 0
      ? "nothing is unexplained"
      : `${open} ${open === 1 ? "difference is" : "differences are"} not explained`,
  ];
  return `${parts.join("; ")}.`;
}
