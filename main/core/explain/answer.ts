import type { Explanation } from "./explanation.ts";

/** What a name in the list stands for. */
export type KnowledgeKind = "code" | "situation" | "network";

/** One thing that Latchkey can explain. `name` is what {@link explainText} takes to explain it. */
export type KnowledgeRow = {
  readonly name: string;
  readonly title: string;
  readonly kind: KnowledgeKind;
  /** What it means, in a sentence or two: to search in and to show below the title. */
  readonly meaning: string;
};

/** Something that loose words may mean. It is offered, never said: the question would decide it. */
export type Candidate = {
  /** What to explain to read all about it. */
  readonly name: string;
  readonly title: string;
  /** What would decide whether it is this one. */
  readonly question: string;
  readonly kind: KnowledgeKind;
};

/**
 * What Latchkey answers to a pasted text.
 *
 * - `explained`: something in it decides. Several codes give several entries, the deciding one first; never empty. `isRow` where
 *   they stand in a row of the sign-in log: the whole log tells more than one row.
 * - `candidates`: nothing in it decides. None to three things that it may mean, the likeliest first, and in `title`,
 *   `detail` and `fix` what to do.
 */
export type ExplainAnswer =
  | { readonly kind: "explained"; readonly entries: readonly Explanation[]; readonly isRow?: true }
  | {
      readonly kind: "candidates";
      readonly candidates: readonly Candidate[];
      readonly title: string;
      readonly detail: string;
      readonly fix: string;
    };
