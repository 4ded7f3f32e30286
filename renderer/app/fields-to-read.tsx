import type { ReactNode } from "react";
import {
  CheckboxContext,
  RadioGroupContext,
  SearchFieldContext,
  SelectContext,
  SwitchContext,
  TextFieldContext,
} from "react-aria-components";
import { useConnection } from "../stores/context.ts";

const toRead = { isReadOnly: true };
const off = { isDisabled: true };

/** Once the app behind the page is gone, every field in here is only to read: nothing would keep what is typed or chosen. */
export function FieldsToRead({ children }: { readonly children: ReactNode }): ReactNode {
  const isGone = useConnection((state) => state.isGone);
  return (
    <TextFieldContext value={isGone ? toRead : null}>
      <SearchFieldContext value={isGone ? toRead : null}>
        <CheckboxContext value={isGone ? off : null}>
          <SwitchContext value={isGone ? off : null}>
            <RadioGroupContext value={isGone ? off : null}>
              <SelectContext value={isGone ? off : null}>{children}</SelectContext>
            </RadioGroupContext>
          </SwitchContext>
        </CheckboxContext>
      </SearchFieldContext>
    </TextFieldContext>
  );
}
