import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { usePractice } from "../../../stores/context.ts";
import { changedSwitches } from "./changed-switches.ts";
import { SwitchesDialog } from "./switches-dialog.tsx";

/** Opens the switches of the practice tenant, and says how many of them differ from its scenario. */
export function PracticeSwitchesButton({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const status = usePractice((state) => state.status);
  const refresh = usePractice((state) => state.refresh);
  if (!status.running) {
    return null;
  }
  const changed = changedSwitches(status.switches, status.scenarioSwitches);
  const open = async () => {
    await refresh();
    setOpen(true);
  };
  return (
    <>
      <Button
        look={["small"]}
        className={changed === 0 ? "practice-change" : "practice-change practice-changed"}
        isDisabled={isDisabled}
        onPress={open}
      >
        <Icon name="profile" size="small" />
        {changed === 0 ? (
          <span className="practice-change-word">Switches…</span>
        ) : (
          <>
            {changed}
            <span className="practice-changed-word"> changed…</span>
            <span className="visually-hidden"> unlike the scenario</span>
          </>
        )}
      </Button>
      <SwitchesDialog status={status} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
