import type { CatalogueEntry } from "./catalogue-entry.ts";

const unknown = "Not assessed.";

/** Fills an entry of which only the meaning is known. Nothing is invented: every judgement says that it was not made. */
export function notAssessed(
  known: Pick<CatalogueEntry, "code" | "name" | "stage" | "meaning" | "sources">,
): CatalogueEntry {
  return {
    ...known,
    assessed: false,
    outcome: "unclear",
    passwordVerdict: "unknown",
    certainty: "inferred",
    basis: unknown,
    jamfConnect: {
      accepts: null,
      certainty: "inferred",
      why: "Not assessed: what Jamf Connect does with this code is not written down.",
    },
    signInLog: {
      status: "Failure",
      note: `Look for error code ${known.code}. How the row reads was not assessed.`,
      requirement: null,
      resultDetail: null,
    },
    cause: unknown,
    fix: "Not assessed. Read the failure reason of the sign-in log entry.",
    steps: ["Read the failure reason of the sign-in log entry."],
    links: [],
    locksAccount: false,
    retryable: false,
    risk: unknown,
    oauthError: "unknown",
    oauthErrorV1: null,
    suberror: null,
    httpStatus: null,
    seenIn: [],
  };
}
