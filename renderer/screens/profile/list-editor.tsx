import { type ReactNode, useRef } from "react";
import type { TypedJson } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { useDocument, useForm, useKeys } from "../../stores/context.ts";
import type { Place } from "../../stores/form-store.ts";
import { writeKeyPath } from "../../text/key-path.ts";
import { kindOf } from "../../text/typed-value.ts";
import { focusLastItem } from "./focus-last-item.ts";
import { ItemFindings, ItemFindingsContext, useItemFindings } from "./item-findings.tsx";
import { useValueControl } from "./value-context.ts";

type ListEditorProps = {
  readonly place: Place;
  readonly items: readonly TypedJson[];
  readonly title: string;
};

/** A list of long texts, of numbers, or of several kinds: one item below the other. */
export function ListEditor({ place, items, title }: ListEditorProps): ReactNode {
  const catalogue = useKeys((state) => state.catalogue);
  const add = useForm((state) => state.add);
  const edit = useDocument((state) => state.edit);
  const list = useRef<HTMLFieldSetElement>(null);
  const next = { payload: place.payload, path: [...place.path, items.length] };
  const last = items.at(-1);
  const entry = catalogue.find(place.payload.domain, writeKeyPath(place.path));
  const addItem = async () => {
    // An item like the last one: a list of numbers goes on with a number.
    const isAdded = await (last === undefined || entry?.items !== undefined
      ? add(next)
      : edit({ op: "set", ...next, value: emptyLike(last) }));
    if (isAdded) {
      focusLastItem(list.current);
    }
  };
  return (
    <fieldset ref={list} className="dictionary">
      <legend className="visually-hidden">{title}</legend>
      {items.map((item, index) => (
        <ListItem
          // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its position
          key={index}
          place={{ payload: place.payload, path: [...place.path, index] }}
          item={item}
          label={`${title}, item ${index + 1}`}
        />
      ))}
      <button type="button" className="plain-add" onClick={() => void addItem()}>
        <Icon name="plus" size="small" /> Add an item
        <span className="visually-hidden"> to {title}</span>
      </button>
    </fieldset>
  );
}

type ListItemProps = { readonly place: Place; readonly item: TypedJson; readonly label: string };

function ListItem({ place, item, label }: ListItemProps): ReactNode {
  const ValueControl = useValueControl();
  const remove = useForm((state) => state.remove);
  const findings = useItemFindings(place);
  return (
    <div className="dictionary-row" data-item>
      <div className="grow">
        <ItemFindingsContext value={[]}>
          <ValueControl place={place} entry={null} value={item} title={label} />
        </ItemFindingsContext>
        <ItemFindings findings={findings} />
      </div>
      <button
        type="button"
        className="row-remove"
        aria-label={`Remove ${label}`}
        onClick={() => void remove(place)}
      >
        <Icon name="remove" size="small" />
      </button>
    </div>
  );
}

function emptyLike(item: TypedJson): TypedJson {
  switch (kindOf(item)) {
    case "boolean":
      return false;
    case "integer":
      return 0;
    case "real":
      return { $real: 0 };
    case "array":
      return [];
    case "dict":
      return {};
    default:
      return "";
  }
}
