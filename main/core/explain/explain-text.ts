import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { ExplainAnswer } from "./answer.ts";
import { explain } from "./explain.ts";
import { explainName } from "./list-knowledge.ts";
import { offerByWords } from "./words/offer.ts";

/**
 * Explains what somebody pastes, or a name of {@link listKnowledge}: what decides in it, see {@link explain}, else what its
 * words may mean, as an offer. What was pasted is not repeated: it may hold secrets. A problem only for an empty text.
 */
export function explainText(text: string): Result<ExplainAnswer> {
  const asked = text.trim();
  if (asked === "") return fail(nothingAsked);
  const named = explainName(asked);
  const entries = named === null ? explain(asked) : [named];
  return succeed(entries.length > 0 ? { kind: "explained", entries } : offerByWords(asked));
}

const nothingAsked: Problem = {
  code: "nothing-asked",
  title: "There is nothing to explain yet.",
  detail: "The text is empty.",
  fix: "Paste a code, an error, an address with an error in it, or a row of the sign-in log.",
};
