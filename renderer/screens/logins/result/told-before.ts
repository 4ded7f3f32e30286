import type { LoginResult } from "../../../../preload/contract.ts";

/** What says no more than that Entra answered with a code of MFA (`main/core/verdict/factor.ts`; a test compares them). */
const byCode = /^Entra answered \d+: it demanded a second factor\.$/u;

/** Whether the verdict and the code beside it say already what the second factor is known from. */
export function isFactorTold({ factorEvidence }: Pick<LoginResult, "factorEvidence">): boolean {
  return byCode.test(factorEvidence);
}

/** Whether the words of the error stand in an answer that a step opens to. */
export function isDescriptionInSteps({ error, steps }: Pick<LoginResult, "error" | "steps">): boolean {
  return error !== null && steps.some(({ response }) => response?.body.includes(error.description) === true);
}
