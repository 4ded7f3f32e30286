import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSignIns } from "../../stores/context.ts";
import { groupDigits } from "../../text/count.ts";

/** What else narrows the rows, and not the number; what somebody searches for stands in its field. */
const narrowed = { classes: [], code: null, policy: null, place: null } as const;

/** The rows that the number counts, and nothing else; pressed again, all rows. */
export function ShowFailures({ amount }: { readonly amount: number }): ReactNode {
  const choice = useSignIns((state) => state.choice);
  const choose = useSignIns((state) => state.choose);
  const { failuresOnly, classes, code, policy, place, search } = choice;
  const isShown = failuresOnly && classes.length === 0 && code === null && policy === null && place === null;
  if (amount === 0 || search !== "") return null;
  return (
    <Button
      look={["small"]}
      className="signs-chip"
      aria-pressed={isShown}
      onPress={() => choose(isShown ? { failuresOnly: false } : { ...narrowed, failuresOnly: true })}
    >
      {isShown && <Icon name="check" size="small" />}
      {amount === 1 ? "Only this one" : `Only these ${groupDigits(amount)}`}
    </Button>
  );
}
