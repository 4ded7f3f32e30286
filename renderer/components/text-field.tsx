import { type ReactNode, useEffect, useState } from "react";
import { TextField as AriaTextField, Input, Label } from "react-aria-components";
import { Icon, type IconName } from "./icon.tsx";

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
  readonly className?: string;
};

/** One line of text. Nothing typed here is offered to the browser's own memory of forms. */
export function TextField({ label, value, onChange, showLabel = false, ...look }: TextFieldProps): ReactNode {
  const box = ["field-box", look.mono ? "mono" : "", look.tone ? `field-${look.tone}` : ""]
    .filter(Boolean)
    .join(" ");
  return (
    <AriaTextField
      className={`field ${look.className ?? ""}`}
      value={value}
      onChange={onChange}
      type={look.type ?? "text"}
      isDisabled={look.isDisabled ?? false}
      autoComplete="off"
      spellCheck="false"
      {...(showLabel ? {} : { "aria-label": label })}
      {...(look.describedBy === undefined ? {} : { "aria-describedby": look.describedBy })}
    >
      {showLabel && <Label className="field-label">{label}</Label>}
      <span className={box} {...(look.isDisabled ? { "data-disabled": true } : {})}>
        {look.icon && <Icon name={look.icon} size="small" />}
        <Input placeholder={look.placeholder ?? ""} autoFocus={look.autoFocus ?? false} />
      </span>
    </AriaTextField>
  );
}

type CommittedFieldProps = Omit<TextFieldProps, "onChange"> & {
  readonly onCommit: (value: string) => void;
};

/** A text field that tells its value when the person is done with it (Return or leaving), and takes it back with esc. */
export function CommittedField({ value, onCommit, ...rest }: CommittedFieldProps): ReactNode {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  const commit = () => {
    if (draft !== value) {
      onCommit(draft);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the input inside, which is the control
    <div
      className="committed"
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") {
          commit();
        } else if (event.key === "Escape" && draft !== value) {
          event.stopPropagation();
          setDraft(value);
        }
      }}
    >
      <TextField {...rest} value={draft} onChange={setDraft} />
    </div>
  );
}
