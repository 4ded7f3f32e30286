import { type CatalogueEntry, findEntry } from "../catalogue.ts";
import { codesInText, decidingCode } from "../entra-error.ts";

/** What `explain` found for a code or a text. */
export type Explanation = { readonly kind: "code"; readonly entry: CatalogueEntry };

/** Explains a code (`50076`, `AADSTS50076`) or a text that contains one. Null when nothing in it is known. */
export function explain(text: string): Explanation | null {
  const bare = /^\s*(?:AADSTS)?(\d{4,8})\s*$/i.exec(text)?.[1];
  const code = bare === undefined ? decidingCode(codesInText(text)) : Number(bare);
  const entry = code === undefined ? null : findEntry(code);
  return entry === null ? null : { kind: "code", entry };
}
