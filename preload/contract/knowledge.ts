import type { ClaimCatalogue } from "../../main/core/claims/claim.ts";
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
};

export const knowledgeCalls: Names<KnowledgeCalls> = {
  "keys.catalogue": true,
  "tokens.claims": true,
};
