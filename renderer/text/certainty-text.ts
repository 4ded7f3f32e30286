import type { Explanation } from "../../preload/contract.ts";

/** Whether a claim is written down somewhere, or concluded. */
export const certaintyText: Readonly<Record<Explanation["certainty"], string>> = {
  documented: "Documented",
  inferred: "Inferred",
};

/** Beside a practice scenario of which sources leave open whether Entra answers with its code. */
export const codeNotConfirmed = "code not confirmed";
