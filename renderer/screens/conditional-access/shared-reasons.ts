import type { PolicyForSignIn } from "../../../preload/contract.ts";

type Condition = PolicyForSignIn["conditions"][number];

/** The conditions of a policy: those that say the same of both sign-ins once, the others beside their sign-in. */
export type SharedReasons = {
  readonly shared: readonly Condition[];
  readonly own: readonly { readonly signIn: PolicyForSignIn; readonly conditions: readonly Condition[] }[];
};

/** Parts what holds for every sign-in from what differs. One sign-in alone shares nothing. */
export function sharedReasons(signIns: readonly PolicyForSignIn[]): SharedReasons {
  const [first, ...others] = signIns;
  const shared =
    first === undefined || others.length === 0
      ? []
      : first.conditions.filter((condition) =>
          others.every(({ conditions }) => conditions.some((other) => isSame(condition, other))),
        );
  return {
    shared,
    own: signIns.map((signIn) => ({
      signIn,
      conditions: signIn.conditions.filter((condition) => !shared.some((other) => isSame(condition, other))),
    })),
  };
}

function isSame(one: Condition, other: Condition): boolean {
  return (
    one.title === other.title &&
    one.outcome === other.outcome &&
    one.text === other.text &&
    one.certainty === other.certainty
  );
}
