import type { ClaimCatalogue } from "../../main/core/claims/claim.ts";
import type { KeyDescription, KeySource } from "../../main/core/keys/key.ts";
import type { DocumentedRule } from "../../main/core/lint/documented-rules.ts";
import type { Call, Names, Nothing } from "./define.ts";

/** What the editor says about a key, whatever it holds. */
export type KeyEntry = {
  readonly domain: string;
  /** Dotted path in the settings. */
  readonly keyPath: string;
  readonly title: string;
  readonly description: string;
  /** The tab where it stands, and the heading there. */
  readonly group: string;
  readonly section: string;
  /** Its value is a secret and never shown. */
  readonly sensitive: boolean;
  readonly sources: readonly KeySource[];
  /** The domain is known only so that old profiles can be read. */
  readonly isOldDomain: boolean;
} & Pick<
  KeyDescription,
  | "type"
  | "items"
  | "anyKey"
  | "default"
  | "providerDefaults"
  | "earlierDefaults"
  | "defaultAsOf"
  | "unit"
  | "off"
  | "providers"
  | "required"
  | "values"
  | "valuesComplete"
  | "format"
  | "since"
  | "deprecated"
  | "replacedBy"
  | "asOf"
  | "lockOutRisk"
  | "example"
  | "note"
  | "certainty"
>;

export type KnowledgeCalls = {
  /** Every key that the app knows; it never changes. */
  readonly "keys.catalogue": Call<Nothing, readonly KeyEntry[]>;
  /** What a rule of lint is about, with its examples; null where no rule has this id. It never changes. */
  readonly "rules.explain": Call<{ readonly rule: string }, DocumentedRule | null>;
  /** What is known about claims of tokens and members of their headers; it never changes. */
  readonly "tokens.claims": Call<Nothing, ClaimCatalogue>;
};

export const knowledgeCalls: Names<KnowledgeCalls> = {
  "keys.catalogue": true,
  "rules.explain": true,
  "tokens.claims": true,
};
