import type { ClaimCatalogue } from "../../main/core/claims/claim.ts";
import type { Explanation } from "../../main/core/explain/explanation.ts";
import type { Call, Names, Nothing } from "./define.ts";

export type KnowledgeCalls = {
  /** What is known about claims of tokens and members of their headers; it never changes. */
  readonly "tokens.claims": Call<Nothing, ClaimCatalogue>;
  /** What a code, an error, an address with an error in it or a row of a sign-in log means; a problem when unknown. */
  readonly "explain.text": Call<{ readonly text: string }, Explanation>;
};

export const knowledgeCalls: Names<KnowledgeCalls> = { "tokens.claims": true, "explain.text": true };
