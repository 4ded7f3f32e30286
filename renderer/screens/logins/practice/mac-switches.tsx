import { type ReactNode, useEffect } from "react";
import { TextField } from "../../../components/text-field.tsx";
import { useDraft } from "../../../components/use-draft.ts";
import { risks } from "./risks.ts";
import { SwitchGroup, type SwitchGroupProps } from "./switch-group.tsx";
import { ChoiceRow, SwitchRow, ToggleRow } from "./switch-row.tsx";

const devices = [
  { id: "unknown", title: "Not known to Entra" },
  { id: "registered", title: "Registered, not compliant" },
  { id: "compliant", title: "Compliant" },
] as const;

const shownBy = [
  { id: "every-sign-in", title: "At every sign-in" },
  {
    id: "browsers",
    title: "In browsers only",
    note: "as on a Mac: the SSO plug-in works in browsers, not in the login window",
  },
] as const;

const elsewhere = { id: "elsewhere", title: "Somewhere else" } as const;

/** What policies see of the Mac and of where it is. */
export function MacSwitches({ now, scenario, change }: SwitchGroupProps): ReactNode {
  return (
    <SwitchGroup title="The Mac and the place">
      <ul>
        <ChoiceRow
          title="Mac registration"
          options={devices}
          value={now.device}
          scenario={scenario.device}
          onChange={(device) => change({ device })}
        />
        <ChoiceRow
          title="Entra sees the Mac"
          options={shownBy}
          value={now.deviceShownBy}
          scenario={scenario.deviceShownBy}
          onChange={(deviceShownBy) => change({ deviceShownBy })}
        />
        {now.place !== null && (
          <ChoiceRow
            title="Place"
            options={[
              elsewhere,
              ...now.place.options.map(({ id, displayName, isTrusted }) => ({
                id,
                title: displayName,
                note: isTrusted ? "trusted named location" : "named location, not trusted",
              })),
            ]}
            value={now.place.at}
            scenario={scenario.place?.at}
            onChange={(place) => change({ place })}
          />
        )}
        {now.country !== null && (
          <CountryRow country={now.country} scenario={scenario.country} change={change} />
        )}
        <ToggleRow
          title="Entra blocks the network address as malicious"
          isOn={now.maliciousAddress}
          scenario={scenario.maliciousAddress}
          onChange={(maliciousAddress) => change({ maliciousAddress })}
        />
        <ChoiceRow
          title="Risk of the sign-in"
          options={risks}
          value={now.signInRisk}
          scenario={scenario.signInRisk}
          onChange={(signInRisk) => change({ signInRisk })}
        />
      </ul>
    </SwitchGroup>
  );
}

type CountryRowProps = {
  readonly country: string;
  readonly scenario: string | null;
  readonly change: SwitchGroupProps["change"];
};

/** Takes letters only, and the second one changes the place. */
function CountryRow({ country, scenario, change }: CountryRowProps): ReactNode {
  const [typed, setTyped] = useDraft(country);
  useEffect(() => setTyped(country), [country, setTyped]);
  return (
    <SwitchRow scenarioWord={scenario === null || scenario === country ? null : scenario}>
      <span className="switch-title">Country, two letters</span>
      <TextField
        label="Country, two letters"
        className="switch-country"
        value={typed}
        isTold
        {...(typed.length < 2 ? { tone: "warning" } : {})}
        onChange={(text) => {
          const letters = text
            .replace(/[^A-Za-z]/g, "")
            .toUpperCase()
            .slice(0, 2);
          setTyped(letters);
          if (letters.length === 2 && letters !== country) {
            change({ country: letters });
          }
        }}
      />
    </SwitchRow>
  );
}
