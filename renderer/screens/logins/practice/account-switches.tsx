import type { ReactNode } from "react";
import type { AccountSwitches, CallInput } from "../../../../preload/contract.ts";
import { risks } from "./risks.ts";
import { SwitchGroup, type SwitchGroupProps } from "./switch-group.tsx";
import { ChoiceRow, ToggleRow } from "./switch-row.tsx";

type AccountChange = NonNullable<CallInput<"practice.change">["accounts"]>[string];

/** The state of the invented people. */
export function AccountsSwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  return (
    <SwitchGroup title="Accounts">
      {now.accounts.map((account) => (
        <Account
          key={account.username}
          now={account}
          scenario={scenario.accounts.find(({ username }) => username === account.username)}
          change={(changed) => change({ accounts: { [account.username]: changed } })}
        />
      ))}
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
        {displayName} <span className="faint">{username}</span>
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
