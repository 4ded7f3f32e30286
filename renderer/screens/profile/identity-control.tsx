import { type ReactNode, useState } from "react";
import type { FieldDestination, IdentityField } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { Popup } from "../../components/popup.tsx";
import { TokenField } from "../../components/token-field.tsx";
import { useDocument } from "../../stores/context.ts";
import type { Field } from "../../stores/form-store.ts";
import { AddSecretField } from "./identity-secret.tsx";
import { joinTokens, splitTokens } from "./token-text.ts";
import { TypedField } from "./typed-field.tsx";

type IdentityControlProps = {
  readonly field: IdentityField;
  /** The one place that is meant; null for all. */
  readonly destination: FieldDestination | null;
  readonly helpId: string | undefined;
  readonly tone?: "warning" | "error";
};

const another = "\u0000another";
/** The places name one thing in two ways, such as Azure and EntraID. */
const mixed = "\u0000mixed";

/** The control of a shared value, for all its places or for one of them. */
export function IdentityControl({ field, destination, helpId, tone }: IdentityControlProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const [isTyping, setTyping] = useState(false);
  const domain = destination?.payload.domain ?? null;
  const value = destination === null ? field.value : (destination.value ?? "");
  const label = domain === null ? field.title : `${field.title} in ${domain}`;
  const commit = (text: string) => editField(field.id, text, domain);
  const look = tone === undefined ? {} : { tone };
  if (field.kind === "secret" || field.kind === "license") {
    return <AddSecretField field={field} destination={destination} label={label} />;
  }
  if (field.kind === "choice" && !isTyping) {
    const isKnown = value === "" || field.choices.some((choice) => choice.value === value);
    const known = field.choices.find((choice) => field.destinations.some((to) => to.value === choice.value));
    const isMixed =
      destination === null && new Set(field.destinations.flatMap((to) => to.value ?? [])).size > 1;
    const own = isMixed
      ? [{ id: mixed, title: `${known?.title ?? value}, written in two ways`, note: "As the file says" }]
      : isKnown
        ? []
        : [{ id: value, title: value, note: "As the file says" }];
    return (
      <Popup
        label={label}
        options={[
          ...field.choices.map((choice) => ({ id: choice.value, title: choice.title })),
          ...own,
          { id: another, title: "Another value…" },
        ]}
        value={isMixed ? mixed : value === "" ? null : value}
        placeholder={field.fallback ?? "Not set"}
        onChange={(id) => {
          if (id === another) setTyping(true);
          else if (id !== mixed) void commit(id);
        }}
      />
    );
  }
  if (field.kind === "tokens") {
    return (
      <TokenField
        label={label}
        values={splitTokens(value)}
        onChange={(words) => commit(joinTokens(words, value))}
        fallback={field.fallback}
        addLabel={field.id === "success-codes" ? "Add code" : "Add"}
        {...look}
      />
    );
  }
  return (
    <div className="key-control">
      <div className="grow">
        <TypedField
          field={sharedField(field, destination, label)}
          value={isSet(field, destination) ? value : null}
          placeholder={field.fallback ?? "Not set"}
          unseen={value === field.value ? field.unseen : null}
          autoFocus={isTyping}
          mono
          {...(helpId === undefined ? {} : { describedBy: helpId })}
          {...look}
        />
      </div>
      {isTyping && (
        <Button look={["plain"]} onPress={() => setTyping(false)}>
          Choose from the list
        </Button>
      )}
      {!isTyping && value !== "" && (
        <button
          type="button"
          className="row-remove"
          aria-label={`Remove ${label}`}
          title="Remove the key from the file"
          onClick={() => void commit("")}
        >
          <Icon name="remove" size="small" />
        </button>
      )}
    </div>
  );
}

function isSet(field: IdentityField, destination: FieldDestination | null): boolean {
  const places = destination === null ? field.destinations : [destination];
  return places.some((to) => to.value !== null);
}

/** The field of a shared value; where it is for all its places, what is wrong with it is said at the first that is set. */
export function sharedField(
  field: IdentityField,
  destination: FieldDestination | null,
  label: string,
): Field {
  const { payload, path } = destination ??
    field.destinations.find((to) => to.value !== null) ??
    field.destinations[0] ?? { payload: { domain: "" }, path: [] };
  const domain = destination?.payload.domain ?? null;
  return { payload, path, type: "string", label, takesAnyText: true, shared: { id: field.id, domain } };
}
