import type { FindingsQuestion } from "../findings-question.ts";
import type { Verdict } from "../verdict.ts";

/** What a fix of the profile is judged by. */
export type FixQuestion = FindingsQuestion & {
  readonly verdict: Pick<Verdict, "passwordVerdict" | "jamfConnect">;
};

/** The deciding code of the provider's error; null where the run ended another way. */
export function codeOf(ending: FixQuestion["ending"]): number | null {
  return ending.kind === "provider-error" ? (ending.answer.error.code ?? null) : null;
}
