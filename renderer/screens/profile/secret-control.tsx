import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Icon } from "../../components/icon.tsx";
import { TextField } from "../../components/text-field.tsx";
import { useForm } from "../../stores/context.ts";
import type { Place } from "../../stores/form-store.ts";

type SecretControlProps = {
  readonly place: Place;
  readonly title: string;
  /** What may be said of it; dots where nothing may. */
  readonly shown?: string;
};

/** A stored secret: it is there, it can be replaced, and nothing of it is on the page. */
export function SecretControl({ place, title, shown = "" }: SecretControlProps): ReactNode {
  const enter = useForm((state) => state.enter);
  const [isReplacing, setReplacing] = useState(false);
  if (isReplacing) {
    return (
      <SecretEntry
        label={`New value of ${title}`}
        onStore={async (text) => {
          const isStored = await enter(
            { ...place, type: null, label: title, takesAnyText: true },
            text,
            null,
          );
          if (isStored) {
            setReplacing(false);
          }
        }}
        onCancel={() => setReplacing(false)}
      />
    );
  }
  return (
    <div className="row">
      <span className="field-box mono secret-box" data-readonly>
        <Icon name="lock" size="small" />
        <span className="grow cut">{shown === "" ? "••••••••••" : shown}</span>
        <span className="field-unit">stored</span>
      </span>
      <Button onPress={() => setReplacing(true)} aria-label={`Replace ${title}`}>
        Replace…
      </Button>
    </div>
  );
}

type SecretEntryProps = {
  readonly label: string;
  readonly onStore: (text: string) => void;
  readonly onCancel: () => void;
};

/** Where a secret is typed. What is typed goes to main once, and stays nowhere on the page. */
export function SecretEntry({ label, onStore, onCancel }: SecretEntryProps): ReactNode {
  const [text, setText] = useState("");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field inside, which is the control
    <div
      className="row"
      onKeyDown={(event) => {
        if (event.key === "Enter" && text !== "" && event.target instanceof HTMLInputElement) {
          onStore(text);
        } else if (event.key === "Escape") {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <TextField
        label={label}
        type="password"
        value={text}
        onChange={setText}
        className="grow"
        autoFocus
        mono
      />
      <Button isDisabled={text === ""} onPress={() => onStore(text)}>
        Store
      </Button>
      <Button look={["plain"]} onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
