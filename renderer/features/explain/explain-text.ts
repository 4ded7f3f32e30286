import type { Explanation, Problem } from "../../../preload/contract.ts";
import { type LedSteps, leadingStep } from "../../text/leading-step.ts";

export const passwordText: Readonly<Record<Explanation["passwordVerdict"], string>> = {
  correct: "Correct",
  wrong: "Wrong",
  "not-checked": "Not checked",
  unknown: "Not known",
};

/** What Jamf Connect does with an answer, in a word or two. */
export function acceptanceWord({ accepts }: Explanation["jamfConnect"]): string {
  if (accepts === null) {
    return "Not known";
  }
  return accepts ? "Accepts it" : "Does not accept it";
}

/** What an answer means for Jamf Connect, as the heading of its explanation. */
export type AnswerHeading = { readonly sentence: string; readonly tone: "ok" | "err" | "mute" };

const passwordSentence: Readonly<Record<Explanation["passwordVerdict"], string>> = {
  correct: "The password is correct",
  wrong: "The password is wrong",
  "not-checked": "No password was checked",
  unknown: "Whether the password is correct is not known",
};

/** null for what is no answer to a sign-in: a situation, a fault of the network and an answer without failure have words of their own. */
export function headingOf(explanation: Explanation): AnswerHeading | null {
  const { kind, assessed, passwordVerdict, jamfConnect } = explanation;
  if (kind === "situation" || kind === "network" || kind === "no-failure") return null;
  if (!assessed) return { sentence: "What this means for Jamf Connect is not known.", tone: "mute" };
  const password = passwordSentence[passwordVerdict];
  if (jamfConnect.accepts === null)
    return { sentence: `${password}. What Jamf Connect does with this answer is not known.`, tone: "mute" };
  // The login can be answered with the same code, and what Jamf Connect accepts is judged for the check.
  if (jamfConnect.accepts)
    return {
      sentence:
        passwordVerdict === "correct"
          ? "From the password check: password correct, and Jamf Connect accepts it."
          : `${password}. Jamf Connect accepts this answer.`,
      tone: "ok",
    };
  const but = passwordVerdict === "correct" ? ", but" : ".";
  return { sentence: `${password}${but} Jamf Connect does not accept this answer.`, tone: "err" };
}

/** How the row reads in the sign-in log, `Failure, 50076`. */
export function logWord({ code, signInLog }: Explanation): string | null {
  if (signInLog === null) {
    return null;
  }
  return code === null || signInLog.status === "Success" ? signInLog.status : `${signInLog.status}, ${code}`;
}

const statusTones = { Success: "tone-ok", Failure: "tone-err", Interrupted: "tone-warn" } as const;

/** How the status of the row is coloured, as in a test: an error that Jamf Connect takes is amber, whatever the log calls it. */
export function logTone({ signInLog, jamfConnect }: Explanation): string {
  if (signInLog === null) return "";
  const isAccepted = jamfConnect.accepts === true && signInLog.status !== "Success";
  return isAccepted ? "tone-warn" : statusTones[signInLog.status];
}

/** What else the row of the sign-in log shows, by its columns. */
export function logColumns({
  signInLog,
}: Explanation): readonly (readonly [column: string, value: string])[] {
  const columns = [
    ["Requirement", signInLog?.requirement ?? null],
    ["Result detail", signInLog?.resultDetail ?? null],
  ] as const;
  return columns.flatMap(([name, value]) =>
    value === null ? [] : [[name, value.replace(/\.$/, "")] as const],
  );
}

/** The steps, and what leads them. */
export function stepsOf({ steps }: Pick<Explanation, "steps">): LedSteps {
  return leadingStep(steps);
}

/** What the pasted text alone cannot tell; only where it is a code that was judged. */
export function unknownOf({ kind, assessed, outcome, stage, error }: Explanation): readonly string[] {
  if (kind !== "code" || !assessed) return [];
  const byPolicy = stage === "mfa" || outcome === "blocked";
  return [
    ...(byPolicy && (error?.policyIds ?? []).length === 0
      ? ["Which policy or setting it was: the code alone names none."]
      : []),
    ...(error === null ? ["Which person, app and time: paste the whole error, or the row of the log."] : []),
  ];
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
