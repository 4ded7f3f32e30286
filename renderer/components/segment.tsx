import type { ReactNode } from "react";
import { Radio, RadioGroup } from "react-aria-components";

type SegmentProps<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly title: string }[];
  readonly value: T;
  readonly onChange: (id: T) => void;
};

/** Two to four views of the same thing, one shown. */
export function Segment<T extends string>({ label, options, value, onChange }: SegmentProps<T>): ReactNode {
  return (
    <RadioGroup
      aria-label={label}
      className="segment"
      orientation="horizontal"
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen !== undefined) {
          onChange(chosen.id);
        }
      }}
    >
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className="segment-option" data-title={option.title}>
          {option.title}
        </Radio>
      ))}
    </RadioGroup>
  );
}
