import type { ReactNode } from "react";
import { lastName } from "../../stores/keys-store.ts";
import { LicenseImport } from "./add-secret.tsx";
import type { FieldRow } from "./form-rows.ts";
import type { Help } from "./key-help.tsx";
import { DefaultNote, QuietRow } from "./quiet-row.tsx";

type UnsetFieldProps = {
  readonly row: FieldRow;
  readonly help: Help;
  readonly onAdd: () => void;
};

/** A shared value that no domain holds: where it would go, what holds without it, and a press that opens its field. */
export function UnsetField({ row: { field, findings }, help, onAdd }: UnsetFieldProps): ReactNode {
  const isSecret = field.kind === "secret";
  return (
    <QuietRow
      help={help}
      keyName={lastName(field.destinations[0]?.keyPath ?? "")}
      isShared={field.destinations.length > 1}
      place={field.destinations.map(({ payload, keyPath }) => `${payload.domain} › ${keyPath}`).join(" and ")}
      note={<DefaultNote value={field.fallback} />}
      findings={findings}
      marks={{ "data-field": field.id }}
    >
      {field.kind === "license" ? (
        <LicenseImport label="Import…" title={field.title} domain={null} />
      ) : (
        <button
          type="button"
          className="button button-small"
          aria-label={`${isSecret ? "Set" : "Add"} ${field.title}`}
          onClick={onAdd}
        >
          {isSecret ? "Set…" : "Add"}
        </button>
      )}
    </QuietRow>
  );
}
