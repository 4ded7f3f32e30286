import { type ReactNode, useState } from "react";
import { Radio, RadioGroup } from "react-aria-components";
import type { IdentityField } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { useDocument } from "../../stores/context.ts";

type DiffersNoteProps = { readonly field: IdentityField; readonly onSplit: () => void };

/** Two domains hold two values: choose one for both, or leave it as it is on purpose. */
export function DiffersNote({ field, onSplit }: DiffersNoteProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const holders = field.destinations.filter((to) => to.value !== null);
  const [chosen, setChosen] = useState(0);
  const value = holders[chosen]?.value ?? "";
  // The page does not have a secret, so it cannot put it anywhere else.
  const canCopy = field.kind !== "secret" && field.kind !== "license";
  return (
    <div className="differs">
      <RadioGroup
        aria-label={`${field.title}: two values`}
        value={String(chosen)}
        onChange={(index) => setChosen(Number(index))}
      >
        <p className="note">
          <b>The domains hold different values</b>
        </p>
        {holders.map((to, index) => (
          <Radio key={`${to.payload.domain} ${to.keyPath}`} value={String(index)} className="differs-value">
            <span className="radio-mark" />
            <MiddleCut value={to.value === "" ? "(not shown)" : (to.value ?? "")} mono />
            <span className="faint">{to.payload.domain}</span>
          </Radio>
        ))}
      </RadioGroup>
      <div className="row">
        {canCopy && (
          <Button look={["small"]} onPress={() => editField(field.id, value)}>
            Use for both
          </Button>
        )}
        <Button look={["small", "plain"]} onPress={onSplit}>
          Change each
        </Button>
        <span className="small quiet">Leave it to keep both. Undo brings the other value back.</span>
      </div>
    </div>
  );
}
