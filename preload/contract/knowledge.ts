import type { ClaimCatalogue } from "../../main/core/claims/claim.ts";
import type { ExplainAnswer, KnowledgeRow } from "../../main/core/explain/answer.ts";
import type { Call, Names, Nothing } from "./define.ts";

/** What the editor says about a key, whatever it holds. */
export type KeyEntry = {
  readonly domain: string;
  /** Dotted path in the settings. */
  readonly keyPath: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  /** Its value is a secret and never shown. */
  readonly sensitive: boolean;
};

export type KnowledgeCalls = {
  /** Every key that the app knows; it never changes. */
  readonly "keys.catalogue": Call<Nothing, readonly KeyEntry[]>;
  /** What is known about claims of tokens and members of their headers; it never changes. */
  readonly "tokens.claims": Call<Nothing, ClaimCatalogue>;
  /**
   * What decides in a pasted text (a code, an error, an address, a row of a sign-in log), or what its words may mean. A name of
   * `explain.list` is a text, too.
   */
  readonly "explain.text": Call<{ readonly text: string }, ExplainAnswer>;
  /** Everything that can be explained; it never changes. */
  readonly "explain.list": Call<Nothing, readonly KnowledgeRow[]>;
};

export const knowledgeCalls: Names<KnowledgeCalls> = {
  "keys.catalogue": true,
  "tokens.claims": true,
  "explain.text": true,
  "explain.list": true,
};
