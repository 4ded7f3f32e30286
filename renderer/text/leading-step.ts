/** Steps; that nothing has to be done leads those that somebody may want to take all the same. */
export type LedSteps = { readonly lead: string | null; readonly steps: readonly string[] };

/** Takes "Nothing, unless …" out of the steps: it is what leads to them and none of them. */
export function leadingStep(steps: readonly string[]): LedSteps {
  const [first, ...rest] = steps;
  if (first === undefined || !first.startsWith("Nothing")) return { lead: null, steps };
  return { lead: rest.length === 0 ? first : first.replace(/\.$/, ":"), steps: rest };
}
