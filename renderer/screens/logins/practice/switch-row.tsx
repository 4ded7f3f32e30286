import type { ReactNode } from "react";
import { Popup, type PopupOption } from "../../../components/popup.tsx";
import { Toggle } from "../../../components/toggle.tsx";

type SwitchRowProps = {
  /** What the scenario says where it says something else, in words; null where nothing differs. */
  readonly scenarioWord: string | null;
  readonly children: ReactNode;
};

/** One switch, with a mark where it differs from the scenario. */
export function SwitchRow({ scenarioWord, children }: SwitchRowProps): ReactNode {
  return (
    <li className="switch-row">
      {children}
      {scenarioWord !== null && <p className="switch-differs">Scenario: {scenarioWord}</p>}
    </li>
  );
}

type ToggleRowProps = {
  readonly title: string;
  readonly isOn: boolean;
  readonly scenario: boolean | undefined;
  readonly onChange: (isOn: boolean) => void;
};

/** A switch that is on or off. */
export function ToggleRow({ title, isOn, scenario = isOn, onChange }: ToggleRowProps): ReactNode {
  return (
    <SwitchRow scenarioWord={scenario === isOn ? null : scenario ? "on" : "off"}>
      <Toggle isOn={isOn} onChange={onChange}>
        <span className="switch-title">{title}</span>
      </Toggle>
    </SwitchRow>
  );
}

type Choice<T extends string> = PopupOption & { readonly id: T };

type ChoiceRowProps<T extends string> = {
  readonly title: string;
  /** Where the visible title alone does not tell one popup from another. */
  readonly label?: string;
  readonly options: readonly Choice<T>[];
  /** What the chosen position means stands under the title, too: its name does not say it. */
  readonly isExplained?: boolean;
  readonly value: T;
  readonly scenario: T | undefined;
  readonly onChange: (value: T) => void;
};

/** A switch with a few positions. */
export function ChoiceRow<T extends string>({
  title,
  label = title,
  options,
  isExplained = false,
  value,
  scenario = value,
  onChange,
}: ChoiceRowProps<T>): ReactNode {
  const note = isExplained ? options.find(({ id }) => id === value)?.note : undefined;
  const wordOf = (id: T) => options.find((option) => option.id === id)?.title.toLowerCase() ?? id;
  return (
    <SwitchRow scenarioWord={scenario === value ? null : wordOf(scenario)}>
      <span className="switch-title">
        {title}
        {note !== undefined && <span className="switch-note">{note}</span>}
      </span>
      <Popup
        label={label}
        options={options}
        value={value}
        onChange={(id) => {
          const chosen = options.find((option) => option.id === id);
          if (chosen !== undefined) {
            onChange(chosen.id);
          }
        }}
      />
    </SwitchRow>
  );
}
