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

/**
 * Once the app behind the page is gone, every field in here is only to read: nothing would keep what is typed or chosen. While it
 * does not answer, texts can be typed on, and say that they are not stored; what is chosen would show at once, and waits.
 */
export function FieldsToRead({ children }: { readonly children: ReactNode }): ReactNode {
  const isGone = useConnection((state) => state.isGone);
  const isSilent = useConnection((state) => state.isSilent);
  // One that is off would lose the focus.
  const choices = isGone ? off : isSilent ? toRead : null;
  return (
    <TextFieldContext value={isGone ? toRead : null}>
      <SearchFieldContext value={isGone ? toRead : null}>
        <CheckboxContext value={choices}>
          <SwitchContext value={choices}>
            <RadioGroupContext value={choices}>
              <SelectContext value={isSilent ? off : null}>{children}</SelectContext>
            </RadioGroupContext>
          </SwitchContext>
        </CheckboxContext>
      </SearchFieldContext>
    </TextFieldContext>
  );
}
