import type { ReactNode } from "react";
import type { KeyEntry, TypedJson } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { useForm, useKeys } from "../../stores/context.ts";
import type { Place } from "../../stores/form-store.ts";
import { lastName } from "../../stores/keys-store.ts";
import { writeKeyPath } from "../../text/key-path.ts";
import { entriesOf } from "../../text/typed-value.ts";
import { AddKeyForm } from "./add-key-form.tsx";
import { useValueControl } from "./value-context.ts";

type DictionaryEditorProps = { readonly place: Place; readonly value: TypedJson; readonly title: string };

/** The keys of a dictionary, those that are set and those that may be, and any other by hand. */
export function DictionaryEditor({ place, value, title }: DictionaryEditorProps): ReactNode {
  const catalogue = useKeys((state) => state.catalogue);
  const { domain } = place.payload;
  const keyPath = writeKeyPath(place.path);
  const known = catalogue.childrenOf(domain, keyPath);
  const held = entriesOf(value);
  const order = [
    ...known.map((entry) => lastName(entry.keyPath)),
    ...held.map(([name]) => name).filter((name) => !known.some((entry) => lastName(entry.keyPath) === name)),
  ];
  return (
    <fieldset className="dictionary">
      <legend className="visually-hidden">{title}</legend>
      {order.map((name) => (
        <DictionaryRow
          key={name}
          place={{ payload: place.payload, path: [...place.path, name] }}
          name={name}
          owner={title}
          entry={known.find((entry) => lastName(entry.keyPath) === name) ?? null}
          value={held.find(([own]) => own === name)?.[1]}
        />
      ))}
      <AddKeyForm label={`Add a key to ${title}`} payload={place.payload} under={place.path} />
    </fieldset>
  );
}

type DictionaryRowProps = {
  readonly place: Place;
  readonly name: string;
  readonly owner: string;
  readonly entry: KeyEntry | null;
  readonly value: TypedJson | undefined;
};

function DictionaryRow({ place, name, owner, entry, value }: DictionaryRowProps): ReactNode {
  const ValueControl = useValueControl();
  const add = useForm((state) => state.add);
  const remove = useForm((state) => state.remove);
  const title = entry?.title ?? name;
  const label = `${title} of ${owner}`;
  return (
    <div className="dictionary-row">
      <span className="dictionary-label" title={entry?.description ?? name}>
        {title}
      </span>
      {value === undefined ? (
        <>
          <span className="grow faint small">Not set</span>
          <button
            type="button"
            className="button button-small"
            aria-label={`Add ${label}`}
            onClick={() => void add(place)}
          >
            Add
          </button>
        </>
      ) : (
        <>
          <div className="grow">
            <ValueControl place={place} entry={entry} value={value} title={label} />
          </div>
          <button
            type="button"
            className="row-remove"
            aria-label={`Remove ${label}`}
            onClick={() => void remove(place)}
          >
            <Icon name="remove" size="small" />
          </button>
        </>
      )}
    </div>
  );
}
