import type { ReactNode } from "react";
import { TextField as AriaTextField, Input, Label } from "react-aria-components";
import { useConnection } from "../stores/context.ts";
import { Icon, type IconName } from "./icon.tsx";
import { NotStored } from "./not-stored.tsx";

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "password" | "email";
  readonly icon?: IconName;
  readonly placeholder?: string;
  readonly mono?: boolean;
  readonly tone?: "warning" | "error";
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly showLabel?: boolean;
  readonly describedBy?: string;
  /** What it shows is what was told: where it is not, it is text that waits for a button. */
  readonly isTold?: boolean;
  readonly className?: string;
};

/** One line of text. Nothing typed here is offered to the browser's own memory of forms. */
export function TextField({ label, value, onChange, showLabel = false, ...look }: TextFieldProps): ReactNode {
  const isSilent = useConnection((state) => state.isSilent);
  const box = ["field-box", look.mono ? "mono" : "", look.tone ? `field-${look.tone}` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <AriaTextField
      className={`field ${look.className ?? ""}`}
      value={value}
      onChange={onChange}
      type={look.type ?? "text"}
      {...(look.isDisabled === true ? { isDisabled: true } : {})}
      // What was told last stands here until somebody answers.
      {...(look.isTold === true && isSilent ? { isReadOnly: true } : {})}
      isInvalid={look.tone === "error"}
      // The browser would keep a form from being sent that main is to judge again.
      validationBehavior="aria"
      autoComplete="off"
      spellCheck="false"
      {...(showLabel ? {} : { "aria-label": label })}
      {...(look.describedBy === undefined ? {} : { "aria-describedby": look.describedBy })}
    >
      {showLabel && <Label className="field-label">{label}</Label>}
      <span className={box} {...(look.isDisabled ? { "data-disabled": true } : {})}>
        {look.icon && <Icon name={look.icon} size="small" />}
        <Input placeholder={look.placeholder ?? ""} autoFocus={look.autoFocus ?? false} />
        {look.isTold !== true && <NotStored text={value} />}
      </span>
    </AriaTextField>
  );
}
