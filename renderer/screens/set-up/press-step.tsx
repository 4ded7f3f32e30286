import type { ReactNode } from "react";
import type { SetUpStepView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { useSetUp } from "../../stores/context.ts";

type PressStepProps = { readonly step: SetUpStepView; readonly isMain?: boolean };

/** Does in the practice tenant what a person does by hand in a real one. */
export function PressStep({ step, isMain = false }: PressStepProps): ReactNode {
  const press = useSetUp((state) => state.press);
  const isRunning = useSetUp((state) => state.walk?.isRunning === true);
  return (
    <Button
      look={isMain ? ["small", "primary"] : ["small"]}
      isDisabled={isRunning}
      onPress={() => press(step.id)}
    >
      {step.id === "switch-on" ? "Turn on" : "Do it"}
    </Button>
  );
}
