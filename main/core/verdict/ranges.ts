import { findEntry } from "./catalogue.ts";
import type { CatalogueEntry } from "./catalogue-entry.ts";
import { notAssessed } from "./not-assessed.ts";

type Range = {
  readonly from: number;
  readonly to: number;
  readonly outcome: "blocked" | "misconfigured";
};

/**
 * What the number alone says about a code without an assessment: Entra numbers its errors by subject
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Only the outcome follows, nothing about a password.
 */
export const codeRanges: readonly Range[] = [
  { from: 53000, to: 53099, outcome: "blocked" },
  { from: 65000, to: 65099, outcome: "misconfigured" },
  { from: 70000, to: 70099, outcome: "misconfigured" },
  { from: 90000, to: 99999, outcome: "misconfigured" },
  { from: 650000, to: 650999, outcome: "misconfigured" },
  { from: 700000, to: 700999, outcome: "misconfigured" },
  { from: 900000, to: 999999, outcome: "misconfigured" },
  { from: 7000000, to: 7009999, outcome: "misconfigured" },
  { from: 9000000, to: 9009999, outcome: "misconfigured" },
];

/** Refines an entry without an assessment by the range of its number; Conditional Access runs after the first factor. */
function refineByRange(entry: CatalogueEntry): CatalogueEntry {
  const range = entry.assessed
    ? undefined
    : codeRanges.find(({ from, to }) => entry.code >= from && entry.code <= to);
  if (range === undefined) return entry;
  const passwordVerdict = range.outcome === "blocked" ? "correct" : entry.passwordVerdict;
  const basis =
    range.outcome === "blocked"
      ? "Conditional Access runs after the first factor (concluded from the number)."
      : entry.basis;
  return { ...entry, outcome: range.outcome, passwordVerdict, basis };
}

/** The entry of a code, refined by its range; an unknown code gets one where its range says something. Null where nothing does. */
export function entryForVerdict(code: number): CatalogueEntry | null {
  const known = findEntry(code);
  if (known !== null) return refineByRange(known);
  const meaning = "This code is not in the catalogue.";
  const made = refineByRange(notAssessed({ code, name: null, stage: "unknown", meaning, sources: [] }));
  return made.outcome === "unclear" ? null : made;
}
