import data from "../../../assets/reference/claims.json" with { type: "json" };
import type { ClaimCatalogue, ClaimDescription } from "./claim.ts";

const sources: Readonly<Record<string, string>> = data.sources;

/** The catalogue as data, the address of its source in every entry. */
export const claimCatalogue: ClaimCatalogue = {
  claims: data.claims.map(described),
  header: data.header.map(described),
};

/**
 * The file is checked against {@link ClaimDescription} by a test, which is what the assertion below rests on: TypeScript
 * widens the texts of a JSON file to `string`.
 */
function described(entry: { readonly source: string }): ClaimDescription {
  return { ...entry, source: sources[entry.source] ?? entry.source } as unknown as ClaimDescription;
}
