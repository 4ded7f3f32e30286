const nameless = /^(Policy without a name) (\((?:number \d+|\S+)\))$/u;

/** The words that main puts in place of a missing name, and what tells the policy apart, which is shown quietly; null for a name. */
export function splitNameless(name: string): { readonly words: string; readonly mark: string } | null {
  const [, words, mark] = nameless.exec(name) ?? [];
  return words === undefined || mark === undefined ? null : { words, mark };
}
