import { type ReactNode, useState } from "react";
import type { KeyEntry, TypedJson } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Popup } from "../../components/popup.tsx";
import { Toggle } from "../../components/toggle.tsx";
import { TokenField } from "../../components/token-field.tsx";
import { useDocument } from "../../stores/context.ts";
import { kindOf, textOfValue, typedAs } from "../../text/typed-value.ts";
import { arrayKind } from "./array-kind.ts";
import { DictionaryEditor } from "./dictionary-editor.tsx";
import { ListEditor } from "./list-editor.tsx";
import { SecretControl } from "./secret-control.tsx";
import { TableEditor } from "./table-editor.tsx";
import { joinTokens, splitTokens } from "./token-text.ts";
import { TypedField } from "./typed-field.tsx";
import type { ValueControlProps } from "./value-context.ts";

/** The control that fits a value, whatever it is: every kind of a property list has one. */
export function ValueControl(props: ValueControlProps): ReactNode {
  const { place, entry, value, title } = props;
  const edit = useDocument((state) => state.edit);
  const set = (next: TypedJson) => edit({ op: "set", ...place, value: next });
  switch (kindOf(value)) {
    case "secret":
      return <SecretControl place={place} title={title} />;
    case "boolean":
      return (
        <span className="key-switch">
          <Toggle isOn={value === true} onChange={(isOn) => void set(isOn)} label={title}>
            {value === true ? "On" : "Off"}
          </Toggle>
        </span>
      );
    case "array":
      return <ArrayControl {...props} items={value as readonly TypedJson[]} set={set} />;
    case "dict":
      return <DictionaryEditor place={place} value={value} title={title} />;
    case "string":
      return entry?.values !== undefined && entry.type === "string" ? (
        <ChoiceControl {...props} entry={entry} set={set} />
      ) : entry?.format === "scopes" ? (
        <TokenField
          label={title}
          values={splitTokens(String(value))}
          onChange={(words) => set(joinTokens(words, String(value)))}
          addLabel="Add"
          {...toneOf(props)}
        />
      ) : (
        <ScalarControl {...props} />
      );
    default:
      return <ScalarControl {...props} />;
  }
}

function toneOf({ tone }: ValueControlProps): { readonly tone?: "warning" | "error" } {
  return tone === undefined ? {} : { tone };
}

function ScalarControl(props: ValueControlProps & { readonly autoFocus?: boolean }): ReactNode {
  const { place, entry, value, title, look, onReturn, unseen } = props;
  const kind = kindOf(value);
  const text = textOfValue(value);
  const isNumber = entry?.type === "integer" || kind === "integer" || kind === "real";
  const takesAnyText = kind === "string" && (entry === null || entry.type === "string");
  const fieldLook = look ?? (isNumber ? "number" : undefined);
  return (
    <TypedField
      field={{ ...place, type: typedAs(kind), label: title, takesAnyText }}
      value={text}
      mono={!/[ \t]\S/.test(text ?? "")}
      autoFocus={props.autoFocus ?? false}
      {...toneOf(props)}
      {...(fieldLook === undefined ? {} : { look: fieldLook })}
      {...(entry?.unit === undefined || look === "cell" ? {} : { unit: entry.unit })}
      {...(unseen === undefined ? {} : { unseen })}
      {...(onReturn === undefined ? {} : { onReturn })}
      {...(entry?.example === undefined || typeof entry.example === "object"
        ? {}
        : { placeholder: `for example ${entry.example}` })}
    />
  );
}

type ChoiceControlProps = ValueControlProps & {
  readonly entry: KeyEntry;
  readonly set: (value: TypedJson) => Promise<boolean>;
};

const another = "\u0000another";

/** One of the values that are known, or another one: the catalogue may not have them all. */
function ChoiceControl(props: ChoiceControlProps): ReactNode {
  const { entry, value, title, set } = props;
  const [isTyping, setTyping] = useState(false);
  const text = String(value);
  const known = entry.values ?? [];
  const isKnown = known.some((choice) => choice.value === text);
  if (isTyping) {
    return (
      <div className="row choice-typed">
        <div className="grow">
          <ScalarControl {...props} autoFocus />
        </div>
        <Button look={["plain"]} onPress={() => setTyping(false)}>
          Choose from the list
        </Button>
      </div>
    );
  }
  return (
    <Popup
      label={title}
      value={text}
      onChange={(id) => (id === another ? setTyping(true) : void set(id))}
      options={[
        ...known.map((choice) => ({
          id: choice.value,
          title: choice.title,
          note: choice.replacedBy === undefined ? choice.value : `${choice.value}, older name`,
        })),
        ...(isKnown ? [] : [{ id: text, title: text === "" ? "Empty" : text, note: "As the file says" }]),
        { id: another, title: "Another value…" },
      ]}
    />
  );
}

type ArrayControlProps = ValueControlProps & {
  readonly items: readonly TypedJson[];
  readonly set: (value: TypedJson) => Promise<boolean>;
};

/** Texts are chips, dictionaries a table, everything else a list of fields. */
function ArrayControl(props: ArrayControlProps): ReactNode {
  const { place, entry, title, items, set } = props;
  const kind = arrayKind(items, entry);
  if (kind === "tokens") {
    return (
      <TokenField
        label={title}
        values={items.map(String)}
        onChange={set}
        addLabel="Add"
        areWords={entry?.format === "error-code" || entry?.format === "short-name"}
        {...toneOf(props)}
      />
    );
  }
  const Editor = kind === "table" ? TableEditor : ListEditor;
  return <Editor place={place} items={items} title={title} />;
}
