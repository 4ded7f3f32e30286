type Choices<S extends object> = {
  /** What is chosen now. */
  readonly chosen: () => S;
  /** What was answered last, and for what. */
  readonly answered: () => Partial<S>;
  /** Shows what was answered last. */
  readonly show: () => void;
  /** Chooses again what was held back. */
  readonly choose: (chosen: S) => void;
};

/**
 * Holds back what was chosen and not answered while the app behind the page does not answer: no field shows it meanwhile, and it
 * is chosen again as soon as there are answers. Choices are plain data, and small.
 *
 * @returns to be told when the app falls silent, and when it answers again
 */
export function holdBack<S extends object>(choices: Choices<S>): (isSilent: boolean) => void {
  let held: S | null = null;
  return (isSilent) => {
    if (!isSilent) {
      const chosen = held;
      held = null;
      if (chosen !== null) choices.choose(chosen);
      return;
    }
    const chosen = choices.chosen();
    const answered = choices.answered();
    const names = Object.keys(chosen) as (keyof S)[];
    const isOther = names.some(
      (name) =>
        Object.hasOwn(answered, name) && JSON.stringify(answered[name]) !== JSON.stringify(chosen[name]),
    );
    held = isOther ? chosen : null;
    if (isOther) choices.show();
  };
}
