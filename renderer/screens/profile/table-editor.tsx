import { Fragment, type ReactNode, useRef, useState } from "react";
import type { KeyEntry, TypedJson } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { useForm, useKeys } from "../../stores/context.ts";
import type { Place } from "../../stores/form-store.ts";
import { lastName } from "../../stores/keys-store.ts";
import { writeKeyPath } from "../../text/key-path.ts";
import { entriesOf, kindOf, valueUnder } from "../../text/typed-value.ts";
import { DictionaryEditor } from "./dictionary-editor.tsx";
import { focusLastItem } from "./focus-last-item.ts";
import { ItemFindings, ItemFindingsContext, useItemFindings } from "./item-findings.tsx";
import { TypedField } from "./typed-field.tsx";
import { useValueControl } from "./value-context.ts";

type TableEditorProps = {
  readonly place: Place;
  readonly items: readonly TypedJson[];
  readonly title: string;
};

/** A column: a key that stands in one field. */
type Column = { readonly name: string; readonly title: string; readonly entry: KeyEntry | null };

/** More columns than this leave no room for a value. */
const mostColumns = 4;

/** A list of dictionaries: one row for each, its first keys as columns, the whole of it below on demand. */
export function TableEditor({ place, items, title }: TableEditorProps): ReactNode {
  const catalogue = useKeys((state) => state.catalogue);
  const add = useForm((state) => state.add);
  const remove = useForm((state) => state.remove);
  const body = useRef<HTMLTableElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const known = catalogue.childrenOf(place.payload.domain, writeKeyPath(place.path));
  const { columns, hasMore } = columnsOf(known, items);
  const addRow = async () => {
    if (await add({ payload: place.payload, path: [...place.path, items.length] })) {
      focusLastItem(body.current);
    }
  };
  const removeRow = async (index: number) => {
    const isRemoved = await remove({ payload: place.payload, path: [...place.path, index] });
    if (isRemoved && open !== null && index <= open) {
      setOpen(index === open ? null : open - 1);
    }
  };
  return (
    <div className="list-table">
      <table ref={body} aria-label={title}>
        <thead>
          <tr>
            {columns.map(({ name, title: heading, entry }) => (
              <th key={name} scope="col">
                {heading} <span className="faint">{kindWord(entry)}</span>
              </th>
            ))}
            <th scope="col" className="list-table-end">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an item is known by its position
            <Fragment key={index}>
              <TableRow
                place={{ payload: place.payload, path: [...place.path, index] }}
                item={item}
                columns={columns}
                label={`${title} ${index + 1}`}
                isOpen={open === index}
                onRemove={() => void removeRow(index)}
                onToggle={hasMore ? () => setOpen(open === index ? null : index) : null}
                {...(index === items.length - 1 ? { onReturn: () => void addRow() } : {})}
              />
              <FindingsOfRow
                place={{ payload: place.payload, path: [...place.path, index] }}
                columns={columns}
              />
              {open === index && (
                <tr>
                  <td colSpan={columns.length + 1}>
                    <ItemFindingsContext value={[]}>
                      <DictionaryEditor
                        place={{ payload: place.payload, path: [...place.path, index] }}
                        value={item}
                        title={`${title} ${index + 1}`}
                      />
                    </ItemFindingsContext>
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="list-table-foot">
        <button type="button" className="plain-add" onClick={() => void addRow()}>
          <Icon name="plus" size="small" /> Add a row
          <span className="visually-hidden"> to {title}</span>
        </button>
        <span className="faint small">Tab next cell · Return new row</span>
      </p>
    </div>
  );
}

type FindingsOfRowProps = { readonly place: Place; readonly columns: readonly Column[] };

function FindingsOfRow({ place, columns }: FindingsOfRowProps): ReactNode {
  const findings = useItemFindings(place);
  return findings.length === 0 ? null : (
    <tr>
      <td colSpan={columns.length + 1} className="list-table-findings">
        <ItemFindings findings={findings} />
      </td>
    </tr>
  );
}

type TableRowProps = {
  readonly place: Place;
  readonly item: TypedJson;
  readonly columns: readonly Column[];
  readonly label: string;
  readonly isOpen: boolean;
  readonly onRemove: () => void;
  readonly onToggle: (() => void) | null;
  readonly onReturn?: () => void;
};

function TableRow(props: TableRowProps): ReactNode {
  const ValueControl = useValueControl();
  const { place, item, columns, label, isOpen, onRemove, onToggle, onReturn } = props;
  return (
    <tr data-item>
      {columns.map(({ name, title, entry }) => {
        const at = { payload: place.payload, path: [...place.path, name] };
        const value = valueUnder(item, name);
        const cell = `${title} of ${label}`;
        return (
          <td key={name}>
            {value === null ? (
              <TypedField
                field={{ ...at, type: null, label: cell, takesAnyText: entry?.type === "string" }}
                value=""
                placeholder="not set"
                look="cell"
                {...(onReturn === undefined ? {} : { onReturn })}
              />
            ) : (
              <ValueControl
                place={at}
                entry={entry}
                value={value}
                title={cell}
                look="cell"
                {...(onReturn === undefined ? {} : { onReturn })}
              />
            )}
          </td>
        );
      })}
      <td className="list-table-end">
        {onToggle !== null && (
          <button
            type="button"
            className="row-remove"
            aria-expanded={isOpen}
            aria-label={`All keys of ${label}`}
            onClick={onToggle}
          >
            <Icon name={isOpen ? "down" : "right"} size="small" />
          </button>
        )}
        <button type="button" className="row-remove" aria-label={`Remove ${label}`} onClick={onRemove}>
          <Icon name="remove" size="small" />
        </button>
      </td>
    </tr>
  );
}

/** The keys that a cell can hold, first those of the catalogue; and whether an item may have more than these. */
function columnsOf(
  known: readonly KeyEntry[],
  items: readonly TypedJson[],
): { readonly columns: readonly Column[]; readonly hasMore: boolean } {
  const scalar = known.filter(({ type }) => type !== "dict" && type !== "array" && type !== "boolean");
  const names = [...new Set(items.flatMap((item) => entriesOf(item).map(([name]) => name)))];
  const own = names.filter((name) => !known.some((entry) => lastName(entry.keyPath) === name));
  const fitting = own.filter((name) => items.every((item) => fitsCell(valueUnder(item, name))));
  const all: readonly Column[] = [
    ...scalar.map((entry) => ({ name: lastName(entry.keyPath), title: entry.title, entry })),
    ...fitting.map((name) => ({ name, title: name, entry: null })),
  ];
  const columns = all.slice(0, mostColumns);
  return { columns, hasMore: known.length + own.length > columns.length || columns.length === 0 };
}

function fitsCell(value: TypedJson | null): boolean {
  const kind = value === null ? "string" : kindOf(value);
  return kind !== "dict" && kind !== "array" && kind !== "secret" && kind !== "boolean";
}

function kindWord(entry: KeyEntry | null): string {
  if (entry === null) {
    return "";
  }
  const word = entry.values !== undefined ? "choice" : entry.type === "integer" ? "number" : "text";
  return entry.unit === undefined ? word : `${word}, ${entry.unit}`;
}
