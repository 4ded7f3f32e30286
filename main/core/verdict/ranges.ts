import type { CatalogueEntry } from "./catalogue.ts";

type Range = {
  readonly from: number;
  readonly to: number;
  readonly outcome: "blocked" | "misconfigured";
  readonly what: string;
};

/**
 * What the number alone says, for codes that the catalogue does not know: Entra numbers its errors by subject
 * (https://learn.microsoft.com/entra/identity-platform/reference-error-codes). Concluded from the neighbours, so always inferred.
 */
const ranges: readonly Range[] = [
  { from: 53000, to: 53099, outcome: "blocked", what: "Conditional Access" },
  { from: 65000, to: 65099, outcome: "misconfigured", what: "consent" },
  { from: 650000, to: 650999, outcome: "misconfigured", what: "consent" },
  { from: 70000, to: 70099, outcome: "misconfigured", what: "the request or the client" },
  { from: 700000, to: 700999, outcome: "misconfigured", what: "the client" },
  { from: 7000000, to: 7009999, outcome: "misconfigured", what: "the client" },
  { from: 90000, to: 99999, outcome: "misconfigured", what: "the request" },
  { from: 900000, to: 999999, outcome: "misconfigured", what: "the request" },
  { from: 9000000, to: 9009999, outcome: "misconfigured", what: "the request" },
];

/** An entry made from the number range of an unknown code, or null when the range says nothing. */
export function byRange(code: number): CatalogueEntry | null {
  const range = ranges.find((candidate) => code >= candidate.from && code <= candidate.to);
  if (range === undefined) return null;
  const blocked = range.outcome === "blocked";
  const meaning = `Not in the catalogue. Its number belongs to the group about ${range.what}.`;
  return {
    code,
    name: null,
    assessed: false,
    stage: blocked ? "conditional-access" : "request",
    meaning,
    outcome: range.outcome,
    passwordVerdict: blocked ? "correct" : "unknown",
    certainty: "inferred",
    basis: blocked ? "Conditional Access runs after the first factor." : "Not assessed.",
    jamfConnect: {
      accepts: blocked ? true : null,
      certainty: "inferred",
      why: "Not assessed: concluded from the number range only.",
    },
    signInLog: {
      status: "Failure",
      note: `Look for error code ${code}.`,
      requirement: null,
      resultDetail: null,
    },
    cause: meaning,
    fix: "Read the failure reason of the sign-in log entry.",
    steps: [],
    links: [],
    locksAccount: false,
    retryable: false,
    risk: "Not assessed.",
    oauthError: "unknown",
    oauthErrorV1: null,
    suberror: null,
    httpStatus: null,
    seenIn: [],
    sources: ["https://learn.microsoft.com/entra/identity-platform/reference-error-codes"],
  };
}
