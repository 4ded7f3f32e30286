import type { Problem } from "../problem.ts";

/** One thing around another: what it was, and the bytes inside it. */
export type Layer = {
  readonly kind: "mark-before" | "mail" | "armour" | "base64" | "escaped" | "json" | "xml" | "restored";
  /** Where the inner bytes were, as it stands behind “inside”: `general/payloads of an answer of Jamf Pro's Classic API (XML)`. */
  readonly where: string;
  readonly bytes: Uint8Array;
};

/** What one look at some bytes finds: a layer to take off, a reason why it cannot be taken off, or nothing around them. */
export type Look = Layer | { readonly problem: Problem } | null;

/** Most things inside each other that are opened. Real files have up to three. */
export const mostLayers = 6;

/** Most profiles in one file that are looked at, to tell the one with Jamf Connect's settings from the others. */
export const mostCandidates = 500;
