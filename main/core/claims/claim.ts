/** How sure a statement about a claim is: in a published reference, concluded from one, or seen in tokens only. */
export type ClaimCertainty = "documented" | "inferred" | "uncertain";

/** What is known about one claim of a token, or one member of its header. */
export type ClaimDescription = {
  readonly name: string;
  /** True where every claim whose name begins with `name` is meant. */
  readonly isPrefix?: boolean;
  readonly title: string;
  /** One or two plain sentences. */
  readonly meaning: string;
  /** What Jamf Connect does with it; null where nothing is known of that. */
  readonly jamfConnect: { readonly does: string; readonly certainty: ClaimCertainty } | null;
  /** `time` is in seconds since 1970, `words` is a list in one text, parted by blanks. */
  readonly kind?: "time" | "words";
  /** Words for values that occur; others may. */
  readonly values?: readonly { readonly value: string; readonly title: string }[];
  /** Of `meaning`. */
  readonly certainty: ClaimCertainty;
  readonly source: string;
};

/** Everything that the app can explain in a token. */
export type ClaimCatalogue = {
  readonly claims: readonly ClaimDescription[];
  /** Members of the JOSE header; some share their names with claims and mean something else. */
  readonly header: readonly ClaimDescription[];
};
