import type { ReactNode } from "react";
import {
  Button,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select,
  SelectValue,
} from "react-aria-components";
import { inGroups } from "../text/in-groups.ts";
import { Icon } from "./icon.tsx";
import { MiddleCut } from "./middle-cut.tsx";

export type PopupOption = {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** Heading above this option and its neighbours; all options of a popup have one, or none has. */
  readonly group?: string;
};

type PopupProps = {
  readonly label: string;
  readonly options: readonly PopupOption[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
  /** Where room is short the value loses its middle and not its end. */
  readonly cutsMiddle?: boolean;
};

/** A popup button: one of a few values. */
export function Popup({ label, options, value, onChange, ...look }: PopupProps): ReactNode {
  const isGrouped = options.some(({ group }) => group !== undefined);
  return (
    <Select
      aria-label={label}
      className={look.className ?? "popup-host"}
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
      {...(look.isDisabled === true ? { isDisabled: true } : {})}
      placeholder={look.placeholder ?? "Choose"}
    >
      <Button className="popup">
        <SelectValue className="popup-value cut">
          {({ selectedItem, selectedText, defaultChildren }) =>
            selectedItem ? (
              look.cutsMiddle === true && selectedText !== null ? (
                <MiddleCut value={selectedText} />
              ) : (
                selectedText
              )
            ) : (
              defaultChildren
            )
          }
        </SelectValue>
        <Icon name="up-down" size="small" />
      </Button>
      <Popover className="popover" offset={4}>
        {isGrouped ? (
          <ListBox items={inGroups(options, ({ group = "" }) => group)}>
            {({ title, items }) => (
              <ListBoxSection id={title}>
                <Header className="option-heading">{title}</Header>
                {items.map((option) => (
                  <Option key={option.id} option={option} />
                ))}
              </ListBoxSection>
            )}
          </ListBox>
        ) : (
          <ListBox items={options}>{(option) => <Option option={option} />}</ListBox>
        )}
      </Popover>
    </Select>
  );
}

function Option({ option }: { readonly option: PopupOption }): ReactNode {
  return (
    <ListBoxItem id={option.id} value={option} textValue={option.title} className="option">
      {({ isSelected }) => (
        <>
          <span className="option-tick">{isSelected && <Icon name="check" size="small" />}</span>
          <span>
            {option.title}
            {option.note !== undefined && <span className="option-note">{option.note}</span>}
          </span>
        </>
      )}
    </ListBoxItem>
  );
}
