import type { SetUpStepView } from "../../../preload/contract.ts";

/** Fewer rows hide nothing that is left. */
const fewest = 4;

/** Numbers of the first and of the last step of a fold. */
export type Fold = { readonly first: number; readonly last: number };

/**
 * The steps in a row that are done, where they are many: they stand between the person and what is left.
 *
 * @param start number of the first of these steps in the whole list
 */
export function foldedSteps(steps: readonly Pick<SetUpStepView, "state">[], start: number): readonly Fold[] {
  const folds: Fold[] = [];
  steps.forEach(({ state }, index) => {
    if (state !== "done") return;
    const number = start + index;
    const before = folds.at(-1);
    const isNext = before?.last === number - 1;
    if (isNext) folds.pop();
    folds.push({ first: isNext ? before.first : number, last: number });
  });
  return folds.filter(({ first, last }) => last - first + 1 >= fewest);
}
