import { type ReactNode, useState } from "react";
import type { FieldDestination, IdentityField } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { useDocument } from "../../stores/context.ts";
import { LicenseImport } from "./add-secret.tsx";
import { EnterAgain, isLeftOutAt, LeftOut } from "./left-out.tsx";
import { SecretEntry } from "./secret-entry.tsx";

type AddSecretFieldProps = {
  readonly field: IdentityField;
  readonly destination: FieldDestination | null;
  readonly label: string;
  /** Somebody has pressed for it already. */
  readonly isTypedAtOnce?: boolean;
  /** Nothing is typed any more. */
  readonly onDone?: () => void;
};

/** A shared secret or license: whether it is there and what may be said of it, with presses that set, replace and remove it. */
export function AddSecretField({
  field,
  destination,
  label,
  isTypedAtOnce = false,
  onDone,
}: AddSecretFieldProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const [isTyping, setTyping] = useState(isTypedAtOnce);
  const domain = destination?.payload.domain ?? null;
  const places = destination === null ? field.destinations : [destination];
  const isStored = places.some((to) => to.value !== null);
  const isLeftOut = useDocument((state) => {
    const leftOut = state.view?.leftOut ?? [];
    return places.some((to) => isLeftOutAt(leftOut, to));
  });
  const shown = destination === null ? field.value : (destination.value ?? "");
  if (isTyping) {
    return (
      <SecretEntry
        label={`New value of ${label}`}
        at={{ id: field.id, domain }}
        onDone={() => {
          setTyping(false);
          onDone?.();
        }}
      />
    );
  }
  const isLicense = field.kind === "license";
  if (isLeftOut) {
    return (
      <LeftOut title={label}>
        {isLicense ? (
          <LicenseImport label="Import…" title={label} domain={domain} />
        ) : (
          <EnterAgain title={label} onPress={() => setTyping(true)} />
        )}
      </LeftOut>
    );
  }
  return (
    <div className="key-control">
      <span className="field-box mono secret-box" data-readonly>
        <Icon name="lock" size="small" />
        <span className="grow cut" title={shown}>
          {isStored ? shown || "••••••••••" : "Not set"}
        </span>
        {isStored && <span className="field-unit">stored</span>}
      </span>
      {isLicense ? (
        <LicenseImport label={isStored ? "Replace…" : "Import…"} title={label} domain={domain} />
      ) : (
        <Button
          look={["small"]}
          aria-label={`${isStored ? "Replace" : "Set"} ${label}`}
          onPress={() => setTyping(true)}
        >
          {isStored ? "Replace…" : "Set…"}
        </Button>
      )}
      {isStored && (
        <button
          type="button"
          className="row-remove"
          aria-label={`Remove ${label}`}
          title="Remove the key from the file"
          onClick={() => void editField(field.id, "", domain)}
        >
          <Icon name="remove" size="small" />
        </button>
      )}
    </div>
  );
}
