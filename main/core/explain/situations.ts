import data from "../../../assets/reference/situations.json" with { type: "json" };
import type { Certainty } from "../finding.ts";
import type { Suspect } from "./explanation.ts";

/**
 * A situation as people describe it. `words` are groups: of each group one phrase has to stand in the text, near the others.
 * A phrase is words as they are spoken, without signs; `fail*` stands for every word that begins so.
 */
export type Situation = {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  readonly certainty: Certainty;
  /** What would decide whether it is this one. */
  readonly question: string;
  readonly words: readonly (readonly string[])[];
  /** Phrases beside which it is not this one. */
  readonly never: readonly string[];
  readonly rank: "named" | "usual" | "general";
  readonly suspects: readonly Suspect[];
  readonly sources: readonly string[];
};

type SituationFile = {
  readonly schema: string;
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly situations: readonly (Omit<Situation, "never" | "rank"> &
    Partial<Pick<Situation, "never" | "rank">>)[];
};

// TypeScript widens the literals of a JSON module to string. A unit test checks every entry of the file against these types.
const file = data as unknown as SituationFile;

/** Every situation, in the order in which they are listed. */
export function allSituations(): readonly Situation[] {
  return file.situations.map((entry) => ({
    ...entry,
    never: entry.never ?? [],
    rank: entry.rank ?? "usual",
    sources: entry.sources.flatMap((id) => file.sources[id]?.url ?? []),
  }));
}
