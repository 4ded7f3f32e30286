import type { Explanation } from "../../preload/contract.ts";

/** Whether a claim is written down somewhere, or concluded. */
export const certaintyText: Readonly<Record<Explanation["certainty"], string>> = {
  documented: "Documented",
  inferred: "Inferred",
};
