import type { ReactNode } from "react";
import { Switch } from "react-aria-components";

type ToggleProps = {
  readonly children: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly isDisabled?: boolean;
  readonly label?: string;
};

/** A switch with its words in front of it. Takes effect at once. */
export function Toggle({ children, isOn, onChange, isDisabled = false, label }: ToggleProps): ReactNode {
  return (
    <Switch
      className="switch"
      isSelected={isOn}
      onChange={onChange}
      {...(isDisabled ? { isDisabled } : {})}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
      <span className="switch-track" />
    </Switch>
  );
}
