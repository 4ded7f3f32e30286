import data from "../../../assets/reference/errors.json" with { type: "json" };
import type { CatalogueEntry } from "./catalogue-entry.ts";
import { notAssessed } from "./not-assessed.ts";

type Assessed = Omit<CatalogueEntry, "assessed" | "fix" | "sources"> & {
  readonly sources: readonly string[];
};
type Other = Pick<CatalogueEntry, "code" | "name" | "stage" | "meaning" | "sources">;
type CatalogueFile = {
  readonly schema: string;
  readonly sources: Readonly<Record<string, { readonly title: string; readonly url: string }>>;
  readonly assessed: readonly Assessed[];
  /** Codes of which only the meaning is known. */
  readonly others: readonly Other[];
};

// TypeScript widens the literals of a JSON module to string. A unit test checks every entry of the file against these types.
const file = data as unknown as CatalogueFile;

/** The entry of a code, or null when the catalogue does not know it. */
export function findEntry(code: number): CatalogueEntry | null {
  const assessed = file.assessed.find((entry) => entry.code === code);
  if (assessed !== undefined) return complete(assessed);
  const other = file.others.find((entry) => entry.code === code);
  return other === undefined ? null : notAssessed({ ...other, sources: addresses(other.sources) });
}

/** Every entry, in the order of the codes. */
export function allEntries(): readonly CatalogueEntry[] {
  const others = file.others.map((entry) => notAssessed({ ...entry, sources: addresses(entry.sources) }));
  return [...file.assessed.map(complete), ...others].sort((a, b) => a.code - b.code);
}

function complete(entry: Assessed): CatalogueEntry {
  return { ...entry, assessed: true, fix: entry.steps.join(" "), sources: addresses(entry.sources) };
}

function addresses(ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => file.sources[id]?.url ?? []);
}
