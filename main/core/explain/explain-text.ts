import { fail, type Problem, type Result, succeed } from "../problem.ts";
import type { ExplainAnswer } from "./answer.ts";
import { isOneCode } from "./evidence/codes.ts";
import { signInRowsIn } from "./evidence/sign-in-rows.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explanation.ts";
import { explainName } from "./list-knowledge.ts";
import { offerByWords } from "./words/offer.ts";

/**
 * Explains what somebody pastes, or names of {@link listKnowledge}: what decides in it, see {@link explain}, else what its
 * words may mean, as an offer. What was pasted is not repeated: it may hold secrets. A problem only for an empty text.
 */
export function explainText(text: string): Result<ExplainAnswer> {
  const asked = text.trim();
  if (asked === "") return fail(nothingAsked);
  const named = explainNames(asked);
  const entries = named.length === 0 ? explain(asked) : named;
  if (entries.length === 0) return succeed(offerByWords(asked));
  const isRow = named.length === 0 && signInRowsIn(asked) !== null;
  return succeed({ kind: "explained", entries, ...(isRow ? { isRow } : {}) });
}

/** Beyond these nobody reads all. */
const mostNames = 10;

/** Each of several names, with codes among them or not; empty where a word is neither, and for codes alone, which have an order. */
function explainNames(asked: string): readonly Explanation[] {
  const names = asked.length > 800 ? [] : [...new Set(asked.split(/[\s,;]+/).filter(Boolean))];
  if (names.length === 0 || names.length > mostNames || names.every(isOneCode)) return [];
  const found = names.map(
    (name) => explainName(name) ?? (isOneCode(name) ? (explain(name)[0] ?? null) : null),
  );
  return found.every((entry) => entry !== null) ? found : [];
}

const nothingAsked: Problem = {
  code: "nothing-asked",
  title: "There is nothing to explain yet.",
  detail: "The text is empty.",
  fix: "Paste a code, an error, an address with an error in it, or a row of the sign-in log.",
};
