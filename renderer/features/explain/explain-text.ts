import type { Explanation, Problem } from "../../../preload/contract.ts";

export const passwordText: Readonly<Record<Explanation["passwordVerdict"], string>> = {
  correct: "Correct",
  wrong: "Wrong",
  "not-checked": "Not checked",
  unknown: "Not known",
};

export const certaintyText: Readonly<Record<Explanation["certainty"], string>> = {
  documented: "Documented",
  inferred: "Inferred",
};

/** What Jamf Connect does with an answer, in a word or two. */
export function acceptanceWord({ accepts }: Explanation["jamfConnect"]): string {
  if (accepts === null) {
    return "Not known";
  }
  return accepts ? "Accepts it" : "Does not accept it";
}

/** How the row reads in the sign-in log, `Failure, 50076`. */
export function logWord({ code, signInLog }: Explanation): string | null {
  if (signInLog === null) {
    return null;
  }
  return code === null || signInLog.status === "Success" ? signInLog.status : `${signInLog.status}, ${code}`;
}

/** What else the row of the sign-in log shows, as sentences; the columns end with a period or without. */
export function logColumns({ signInLog }: Explanation): readonly string[] {
  const columns = [
    ["Authentication requirement", signInLog?.requirement ?? null],
    ["Result detail", signInLog?.resultDetail ?? null],
  ] as const;
  return columns.flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value.replace(/\.$/, "")}.`],
  );
}

/** What stood beside the error in the pasted text and helps to find the sign-in; nothing for a bare code. */
export function foundBeside({ error }: Explanation): readonly (readonly [string, string])[] {
  const rows = [
    ["Correlation ID", error?.correlationId],
    ["Trace ID", error?.traceId],
    ["Time", error?.timestamp],
    ["Policies", error?.policyIds?.join(", ")],
  ] as const;
  return rows.flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [[name, value] as const],
  );
}

/** As the contract has it, which would refuse more without saying why. */
const longestText = 4_000_000;

/** Why a text is not sent to be explained; null when it can be. */
export function tooMuch(text: string): Problem | null {
  if (text.length <= longestText) {
    return null;
  }
  return {
    code: "explain-too-long",
    title: "This is too much text.",
    detail: "At most 4 MB of a log are read from what is pasted. Nothing was looked up.",
    fix: "Save the log as a file and open that.",
  };
}
