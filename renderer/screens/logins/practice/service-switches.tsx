import type { ReactNode } from "react";
import { SwitchGroup, type SwitchGroupProps } from "./switch-group.tsx";
import { ChoiceRow, ToggleRow } from "./switch-row.tsx";

const outages = [
  { id: "none", title: "Up" },
  { id: "sign-in", title: "Sign-in is down", note: "discovery still answers" },
  { id: "everything", title: "Everything is down" },
] as const;

/** The registration of the app in the tenant. */
export function RegistrationSwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  return (
    <SwitchGroup title="App registration">
      <ul>
        <ToggleRow
          title="Allow public client flows"
          isOn={now.publicClientFlows}
          scenario={scenario.publicClientFlows}
          onChange={(publicClientFlows) => change({ publicClientFlows })}
        />
        {now.consent !== null && (
          <ToggleRow
            title="Consent for what the profile asks for"
            isOn={now.consent}
            scenario={scenario.consent ?? undefined}
            onChange={(consent) => change({ consent })}
          />
        )}
      </ul>
    </SwitchGroup>
  );
}

/** Whether Entra answers at all. */
export function ServiceSwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  return (
    <SwitchGroup title="The service">
      <ul>
        <ChoiceRow
          title="Entra"
          options={outages}
          value={now.outage}
          scenario={scenario.outage}
          onChange={(outage) => change({ outage })}
        />
      </ul>
    </SwitchGroup>
  );
}
