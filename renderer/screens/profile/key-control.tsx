import type { ReactNode } from "react";
import type { TypedJson } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { CommittedField } from "../../components/text-field.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { TokenField } from "../../components/token-field.tsx";
import { useDocument } from "../../stores/context.ts";
import type { DescribedKey } from "../../stores/keys-store.ts";

/** The control that fits a key's value. What has no control yet is shown whole and cannot be changed by accident. */
export function KeyControl({ entry }: { readonly entry: DescribedKey }): ReactNode {
  const edit = useDocument((state) => state.edit);
  const set = (value: TypedJson) => edit({ op: "set", payload: entry.payload, path: entry.path, value });
  const { value } = entry;
  if (entry.sensitive) {
    return (
      <span className="field-box mono" data-readonly>
        <Icon name="lock" size="small" />
        {entry.display}
      </span>
    );
  }
  if (typeof value === "boolean") {
    return (
      <span className="key-switch">
        <Toggle isOn={value} onChange={set} label={entry.title}>
          {value ? "On" : "Off"}
        </Toggle>
      </span>
    );
  }
  if (typeof value === "string") {
    return <CommittedField label={entry.title} value={value} onCommit={set} mono={!/\s/.test(value)} />;
  }
  if (typeof value === "number" && Number.isInteger(value)) {
    return (
      <CommittedField
        label={entry.title}
        value={String(value)}
        onCommit={(text) => {
          const next = wholeNumber(text);
          if (next !== null) {
            set(next);
          }
        }}
        mono
        className="key-number"
      />
    );
  }
  if (isWordList(value)) {
    return <TokenField label={entry.title} values={value} onChange={(words) => set(words)} addLabel="Add" />;
  }
  return (
    <pre className="code-box key-display">
      <code>{entry.display}</code>
    </pre>
  );
}

/** A typed whole number, or null when the text is none; the field then goes back to what it was. */
export function wholeNumber(text: string): number | null {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return /^[+-]?\d+$/.test(trimmed) && Number.isSafeInteger(number) ? number : null;
}

function isWordList(value: TypedJson): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string" && /^[^\s,+]+$/.test(item));
}
