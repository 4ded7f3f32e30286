import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Icon } from "../../components/icon.tsx";

type ChoiceProps = {
  readonly label: string;
  /** What is chosen, in a few words. */
  readonly value: string;
  /** True while nothing is said: policies may depend on it. */
  readonly isOpen: boolean;
  readonly children: ReactNode;
};

/** A button of the bar that opens what can be said about one thing. */
export function Choice({ label, value, isOpen, children }: ChoiceProps): ReactNode {
  return (
    <DialogTrigger>
      <Button
        className={isOpen ? "popup ca-choice ca-choice-open" : "popup ca-choice"}
        aria-label={value.startsWith(label) ? value : `${label}: ${value}`}
      >
        <span className="cut">{isOpen ? label : value}</span>
        <Icon name="up-down" size="small" />
      </Button>
      <Popover className="popover ca-popover" offset={4} placement="bottom start">
        <Dialog className="ca-choice-dialog" aria-label={label}>
          {children}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
