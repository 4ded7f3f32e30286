import type { ReactNode } from "react";
import { SwitchGroup, type SwitchGroupProps } from "./switch-group.tsx";
import { ChoiceRow, ToggleRow } from "./switch-row.tsx";

const states = [
  { id: "enabled", title: "On" },
  { id: "enabledForReportingButNotEnforced", title: "Report only" },
  { id: "disabled", title: "Off" },
] as const;

const baselines = [
  { id: "enforced", title: "Enforced", note: "since June 2026: they count as Windows Azure AD" },
  { id: "legacy", title: "Legacy", note: "policies with an exclusion skip them" },
] as const;

const placeholder = {
  id: "placeholder",
  title: "Placeholder app",
  note: "an app of this tenant stands for them",
} as const;

/** Conditional Access: which policies count, and what basic scopes count as. */
export function PolicySwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  const stateOf = (id: string) => scenario.policies.find((policy) => policy.id === id)?.state;
  return (
    <SwitchGroup title="Policies">
      {now.policies.length === 0 && <p className="note faint">This scenario has no policies.</p>}
      <ul>
        {now.policies.map(({ id, displayName, state }) => (
          <ChoiceRow
            key={id}
            title={displayName}
            label={`State of ${displayName}`}
            options={states}
            value={state}
            scenario={stateOf(id)}
            onChange={(next) => change({ policyStates: { [id]: next } })}
          />
        ))}
        <ChoiceRow
          title="Basic scopes"
          isExplained
          options={scenario.baselineScopes === "placeholder" ? [...baselines, placeholder] : baselines}
          value={now.baselineScopes}
          scenario={scenario.baselineScopes}
          onChange={(baselineScopes) => change({ baselineScopes })}
        />
      </ul>
    </SwitchGroup>
  );
}

/** MFA that no policy demands. */
export function MfaSwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  return (
    <SwitchGroup title="MFA without a policy">
      <ul>
        <ToggleRow
          title="Security defaults"
          isOn={now.securityDefaults}
          scenario={scenario.securityDefaults}
          onChange={(securityDefaults) => change({ securityDefaults })}
        />
        {now.accounts.map(({ username, perUserMfa }) => (
          <ToggleRow
            key={username}
            title={`Per-user MFA for ${username}`}
            isOn={perUserMfa}
            scenario={scenario.accounts.find((account) => account.username === username)?.perUserMfa}
            onChange={(isOn) => change({ accounts: { [username]: { perUserMfa: isOn } } })}
          />
        ))}
      </ul>
    </SwitchGroup>
  );
}
