import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";

type ShowStepProps = {
  readonly id: string;
  /** Called before it leads there, where something stands in front of the steps. */
  readonly onLeave?: () => void;
  readonly isMain?: boolean;
};

/** Leads to a step, however far down it stands. */
export function ShowStep({ id, onLeave, isMain = false }: ShowStepProps): ReactNode {
  const show = () => {
    const step = document.querySelector(`[data-step="${id}"]`);
    step?.scrollIntoView({ block: "center" });
    step?.querySelector("button")?.focus({ preventScroll: true });
  };
  return (
    <Button
      look={isMain ? ["small", "primary"] : ["small"]}
      onPress={() => {
        if (onLeave === undefined) {
          show();
          return;
        }
        onLeave();
        // A dialog gives the focus back when it is gone.
        setTimeout(show, 0);
      }}
    >
      Show step
    </Button>
  );
}
