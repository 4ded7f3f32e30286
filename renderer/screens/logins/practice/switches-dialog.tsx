import type { ReactNode } from "react";
import type { PracticeView } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { usePractice } from "../../../stores/context.ts";
import { count } from "../../../text/count.ts";
import { AccountsSwitches } from "./account-switches.tsx";
import { changedSwitches } from "./changed-switches.ts";
import { MacSwitches } from "./mac-switches.tsx";
import { MfaSwitches, PolicySwitches } from "./policy-switches.tsx";
import { RegistrationSwitches, ServiceSwitches } from "./service-switches.tsx";
import type { SwitchGroupProps } from "./switch-group.tsx";

type SwitchesDialogProps = {
  readonly status: Extract<PracticeView, { readonly running: true }>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Changes what the practice tenant demands and knows; the next test meets it. */
export function SwitchesDialog({ status, isOpen, onClose }: SwitchesDialogProps): ReactNode {
  const change = usePractice((state) => state.change);
  const reset = usePractice((state) => state.reset);
  const { switches, scenarioSwitches } = status;
  const changed = changedSwitches(switches, scenarioSwitches);
  const group: SwitchGroupProps = { now: switches, scenario: scenarioSwitches, change };
  return (
    <Dialog
      title="Switches"
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button isDisabled={changed === 0} onPress={reset}>
            Reset to the scenario
          </Button>
          <span className="grow note quiet" role="status">
            {changed === 0
              ? "Nothing changed"
              : `${count(changed, "switch", "switches")} ${changed === 1 ? "differs" : "differ"} from the scenario`}
          </span>
          <Button look={["primary"]} onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <p className="note quiet">
        Changes apply from the next test, until you choose another scenario or turn Practice off.
      </p>
      <PolicySwitches {...group} />
      <MfaSwitches {...group} />
      <MacSwitches {...group} />
      <AccountsSwitches {...group} />
      <RegistrationSwitches {...group} />
      <ServiceSwitches {...group} />
    </Dialog>
  );
}
