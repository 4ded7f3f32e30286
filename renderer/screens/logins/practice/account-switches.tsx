import { type ReactNode, useState } from "react";
import type { AccountSwitches, CallInput } from "../../../../preload/contract.ts";
import { Popup } from "../../../components/popup.tsx";
import { risks } from "./risks.ts";
import { SwitchGroup, type SwitchGroupProps } from "./switch-group.tsx";
import { ChoiceRow, ToggleRow } from "./switch-row.tsx";

type AccountChange = NonNullable<CallInput<"practice.change">["accounts"]>[string];

/** The state of the invented people, one at a time. */
export function AccountsSwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  const [chosen, setChosen] = useState<string | null>(null);
  const account = now.accounts.find(({ username }) => username === chosen) ?? now.accounts[0];
  if (account === undefined) return null;
  const { username } = account;
  return (
    <SwitchGroup title="Accounts">
      {now.accounts.length > 1 && (
        <Popup
          className="popup-host switch-person"
          label="Person"
          options={now.accounts.map((one) => ({
            id: one.username,
            title: one.displayName,
            note: one.username,
          }))}
          value={username}
          onChange={setChosen}
        />
      )}
      <Account
        key={username}
        now={account}
        scenario={scenario.accounts.find((one) => one.username === username)}
        change={(changed) => change({ accounts: { [username]: changed } })}
      />
    </SwitchGroup>
  );
}

type AccountProps = {
  readonly now: AccountSwitches;
  readonly scenario: AccountSwitches | undefined;
  readonly change: (change: AccountChange) => void;
};

function Account({ now, scenario, change }: AccountProps): ReactNode {
  const { username, displayName } = now;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out with its legend in the row of a heading
    <div role="group" aria-label={username}>
      <h4>
        <span className="switch-name">{displayName}</span> <span className="faint">{username}</span>
      </h4>
      <ul>
        <ToggleRow
          title="Account enabled"
          isOn={now.isEnabled}
          scenario={scenario?.isEnabled}
          onChange={(isEnabled) => change({ isEnabled })}
        />
        <ToggleRow
          title="Password expired"
          isOn={now.isPasswordExpired}
          scenario={scenario?.isPasswordExpired}
          onChange={(isPasswordExpired) => change({ isPasswordExpired })}
        />
        <ToggleRow
          title="Locked out"
          isOn={now.isLockedOut}
          scenario={scenario?.isLockedOut}
          onChange={(isLockedOut) => change({ isLockedOut })}
        />
        <ToggleRow
          title="Second factor registered"
          isOn={now.hasSecondFactor}
          scenario={scenario?.hasSecondFactor}
          onChange={(hasSecondFactor) => change({ hasSecondFactor })}
        />
        <ChoiceRow
          title="Risk of the user"
          label={`Risk of ${username}`}
          options={risks}
          value={now.risk}
          scenario={scenario?.risk}
          onChange={(risk) => change({ risk })}
        />
      </ul>
    </div>
  );
}
