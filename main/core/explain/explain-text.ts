import { fail, type Problem, type Result, succeed } from "../problem.ts";
import { allEntries } from "../verdict/catalogue.ts";
import { codesInText } from "../verdict/entra-error.ts";
import { explain } from "./explain.ts";
import type { Explanation } from "./explanation.ts";

/**
 * Explains what somebody pastes, see {@link explain}, or says in words that nothing is known about it. What was pasted
 * is not repeated: it may hold secrets.
 */
export function explainText(text: string): Result<Explanation> {
  const asked = text.trim();
  if (asked === "") return fail(nothingAsked);
  const found = explain(asked);
  return found === null ? fail(unknown(asked)) : succeed(found);
}

function unknown(asked: string): Problem {
  const code = codeIn(asked);
  if (code !== null) {
    return {
      code: "unknown-error",
      title: `The code ${code} is not in the catalogue.`,
      detail: `The catalogue has ${allEntries().length} codes of Entra, and Latchkey does not guess at others.`,
      fix: `Paste the whole error, or look the code up at https://login.microsoftonline.com/error?code=${code}.`,
    };
  }
  return {
    code: "unknown-error",
    title: "Nothing is known about this text.",
    detail: "It contains no code and no symptom of the catalogue.",
    fix: "Paste the whole error, with its AADSTS code.",
  };
}

/** The code that somebody asked for: bare, or behind AADSTS in a longer text; null where there is none. */
function codeIn(asked: string): string | null {
  const bare = /^(?:AADSTS)?(\d{4,15})$/i.exec(asked)?.[1];
  return bare ?? codesInText(asked)[0]?.toString() ?? null;
}

const nothingAsked: Problem = {
  code: "nothing-asked",
  title: "There is nothing to explain yet.",
  detail: "The text is empty.",
  fix: "Paste a code, an error, an address with an error in it, or a row of the sign-in log.",
};
