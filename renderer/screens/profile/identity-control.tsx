import { type ReactNode, useState } from "react";
import type { FieldDestination, IdentityField } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { MarkedText } from "../../components/marked-text.tsx";
import { Popup } from "../../components/popup.tsx";
import { CommittedField } from "../../components/text-field.tsx";
import { TokenField } from "../../components/token-field.tsx";
import { useDocument } from "../../stores/context.ts";
import { AddSecretField } from "./identity-secret.tsx";
import { joinTokens, splitTokens } from "./token-text.ts";

type IdentityControlProps = {
  readonly field: IdentityField;
  /** The one place that is meant; null for all. */
  readonly destination: FieldDestination | null;
  readonly helpId: string | undefined;
  readonly tone?: "warning" | "error";
};

const another = "\u0000another";

/** The control of a shared value, for all its places or for one of them. */
export function IdentityControl({ field, destination, helpId, tone }: IdentityControlProps): ReactNode {
  const editField = useDocument((state) => state.editField);
  const [isTyping, setTyping] = useState(false);
  const domain = destination?.payload.domain ?? null;
  const value = destination === null ? field.value : (destination.value ?? "");
  const label = domain === null ? field.title : `${field.title} in ${domain}`;
  const commit = (text: string) => void editField(field.id, text, domain);
  const look = tone === undefined ? {} : { tone };
  if (field.kind === "secret" || field.kind === "license") {
    return <AddSecretField field={field} destination={destination} label={label} />;
  }
  if (field.kind === "choice" && !isTyping) {
    const isKnown = value === "" || field.choices.some((choice) => choice.value === value);
    const own = isKnown ? [] : [{ id: value, title: value, note: "As the file says" }];
    return (
      <Popup
        label={label}
        options={[
          ...field.choices.map((choice) => ({ id: choice.value, title: choice.title })),
          ...own,
          { id: another, title: "Another value…" },
        ]}
        value={value === "" ? null : value}
        placeholder={field.fallback ?? "Not set"}
        onChange={(id) => (id === another ? setTyping(true) : commit(id))}
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
  const hasMarks = field.unseen !== null && value === field.value;
  return (
    <div className="key-control">
      <div className={hasMarks ? "grow marked-field" : "grow"}>
        <CommittedField
          label={label}
          value={value}
          placeholder={field.fallback ?? "Not set"}
          onCommit={commit}
          mono
          {...(helpId === undefined ? {} : { describedBy: helpId })}
          {...look}
        />
        {hasMarks && (
          <span className="field-marks mono" aria-hidden="true">
            <MarkedText text={value} />
          </span>
        )}
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
          onClick={() => commit("")}
        >
          <Icon name="remove" size="small" />
        </button>
      )}
    </div>
  );
}
