import type { SetUpStepView } from "../../../preload/contract.ts";

/** Steps one after the other for which the same role is enough. */
export type RoleGroup<Step = SetUpStepView> = {
  readonly role: string;
  /** Number of its first step in the whole list. */
  readonly first: number;
  readonly steps: readonly Step[];
};

/** The steps in their order, by who does them: a role that comes again later has another group. */
export function roleGroups<Step extends Pick<SetUpStepView, "role">>(
  steps: readonly Step[],
): readonly RoleGroup<Step>[] {
  const starts = steps.flatMap((step, index) =>
    steps[index - 1]?.role === step.role ? [] : [{ step, index }],
  );
  return starts.map(({ step: { role }, index }, group) => ({
    role,
    first: index + 1,
    steps: steps.slice(index, starts[group + 1]?.index),
  }));
}

/** `steps 1–12`, `step 13`. */
export function stepsWord({ first, steps }: Pick<RoleGroup<unknown>, "first" | "steps">): string {
  return steps.length === 1 ? `step ${first}` : `steps ${first}–${first + steps.length - 1}`;
}
