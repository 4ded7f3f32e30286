import { type ReactNode, useState } from "react";
import type { PolicyState, PracticeSwitches } from "../../../preload/contract.ts";
import { usePractice } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Popup } from "../../components/popup.tsx";
import { Toggle } from "../../components/toggle.tsx";

const states: readonly { readonly id: PolicyState; readonly title: string }[] = [
  { id: "enabled", title: "On" },
  { id: "enabledForReportingButNotEnforced", title: "Report only" },
  { id: "disabled", title: "Off" },
];

const baselines = [
  { id: "enforced", title: "Enforced", note: "since June 2026: basic scopes count as Windows Azure AD" },
  { id: "legacy", title: "Legacy", note: "policies with an exclusion skip basic scopes" },
] as const;

/** Changes what the practice tenant demands; the next test meets it. */
export function PracticeSwitchesButton({ isDisabled }: { readonly isDisabled: boolean }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const status = usePractice((state) => state.status);
  if (!status.running) {
    return null;
  }
  return (
    <>
      <Button look={["small"]} isDisabled={isDisabled} onPress={() => setOpen(true)}>
        Change…
      </Button>
      <Dialog title="Switches of the practice tenant" isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className="note faint">Each change holds from the next test on, until Practice is turned off.</p>
        <SwitchList switches={status.switches} />
        <div className="dialog-actions">
          <Button look={["primary"]} onPress={() => setOpen(false)}>
            Done
          </Button>
        </div>
      </Dialog>
    </>
  );
}

function SwitchList({ switches }: { readonly switches: PracticeSwitches }): ReactNode {
  const change = usePractice((state) => state.change);
  return (
    <ul className="practice-switches">
      {switches.policies.map(({ id, displayName, state }) => (
        <li key={id}>
          <span className="cut">{displayName}</span>
          <Popup
            label={`State of ${displayName}`}
            options={states}
            value={state}
            onChange={(next) => change({ policyStates: { [id]: stateOf(next) } })}
          />
        </li>
      ))}
      <li>
        <span>Basic scopes</span>
        <Popup
          label="Basic scopes"
          options={baselines}
          value={switches.baselineScopes === "placeholder" ? null : switches.baselineScopes}
          placeholder="Placeholder app"
          onChange={(next) => change({ baselineScopes: next === "legacy" ? "legacy" : "enforced" })}
        />
      </li>
      <li>
        <Toggle isOn={switches.securityDefaults} onChange={(isOn) => change({ securityDefaults: isOn })}>
          Security defaults
        </Toggle>
      </li>
    </ul>
  );
}

function stateOf(id: string): PolicyState {
  return states.find((state) => state.id === id)?.id ?? "enabled";
}
