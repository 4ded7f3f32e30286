// biome-ignore-all lint/a11y/useSemanticElements: rows stand where they belong, one by one, which those of a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the row that is active in it
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { SignInRow } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { useSignIns } from "../../stores/context.ts";
import { rowAt } from "../../stores/row-pages.ts";
import type { ColumnId } from "../../stores/sign-in-columns.ts";
import { type Column, columnsOf, useShownColumns } from "./columns.tsx";

const rowHeight = 24;
/** Between two cells, and beside the first and the last. */
const gap = 8;
const side = 16;
/** The names of the columns stay above the rows. */
const headHeight = 26;
/** Rows above and below those that are seen, so that a turn of the wheel finds them there. */
const beyond = 12;

/** The rows. Only those on screen are there; the arrow keys go from one to the next. */
export function RowTable(): ReactNode {
  const total = useSignIns((state) => state.total);
  const pages = useSignIns((state) => state.pages);
  const need = useSignIns((state) => state.need);
  const cursor = useSignIns((state) => state.cursor);
  const select = useSignIns((state) => state.select);
  const choice = useSignIns((state) => state.choice);
  const { ids, areUsual } = useShownColumns();
  const shown: Shown = {
    columns: columnsOf(ids),
    tracks: areUsual
      ? null
      : columnsOf(ids)
          .map(({ width }) => width)
          .join(" "),
  };
  const host = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  const first = Math.max(0, Math.floor(top / rowHeight) - beyond);
  const last = Math.min(total - 1, Math.ceil((top + height) / rowHeight) + beyond);
  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight - headHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (last >= first) need(first, last);
  }, [first, last, need]);
  // Another choice shows other rows: they are read from the first one on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is what it waits for
  useEffect(() => {
    host.current?.scrollTo({ top: 0 });
  }, [choice]);
  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -total,
      End: total,
    };
    const step = steps[event.key];
    if (step === undefined || total === 0) return;
    event.preventDefault();
    const next = Math.max(0, Math.min(total - 1, (cursor ?? (step > 0 ? -1 : 0)) + step));
    const element = host.current;
    if (element !== null) {
      const place = next * rowHeight;
      if (place < element.scrollTop) element.scrollTop = place;
      if (place + rowHeight > element.scrollTop + height) element.scrollTop = place + rowHeight - height;
    }
    select(next);
  };
  const places = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <div
      className={tableLook(ids, areUsual)}
      role="grid"
      aria-label="Sign-ins"
      aria-rowcount={total + 1}
      aria-colcount={ids.length}
      tabIndex={0}
      ref={host}
      onKeyDown={move}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      {...(cursor === null ? {} : { "aria-activedescendant": rowId(cursor) })}
    >
      <Heads {...shown} />
      <div role="rowgroup" className="signs-rows">
        <div role="presentation" className="signs-tall" style={{ height: total * rowHeight }}>
          {places.map((place) => (
            <Row
              key={place}
              {...shown}
              place={place}
              row={rowAt(pages, place)}
              isSelected={cursor === place}
              onSelect={select}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The style sheet has the widths of the usual columns, with a protocol and without. */
function tableLook(ids: readonly ColumnId[], areUsual: boolean): string {
  if (!areUsual) return "signs-table signs-own-columns";
  return ids.includes("protocol") ? "signs-table" : "signs-table signs-no-protocol";
}

function rowId(place: number): string {
  return `sign-in-${place}`;
}

function Heads({ columns, tracks }: Shown): ReactNode {
  const sort = useSignIns((state) => state.choice.sort);
  const descending = useSignIns((state) => state.choice.descending);
  const choose = useSignIns((state) => state.choose);
  return (
    <div role="rowgroup" className="signs-heads">
      <div role="row" aria-rowindex={1} className="signs-row" style={tracked(tracks)}>
        {columns.map(({ id, title, sort: by }) => {
          if (by === null) {
            return (
              <div key={id} role="columnheader" className={`signs-cell signs-${id}`}>
                {title}
              </div>
            );
          }
          const isSorted = sort === by;
          return (
            <div
              key={id}
              role="columnheader"
              className={`signs-cell signs-${id}`}
              aria-sort={isSorted ? (descending ? "descending" : "ascending") : "none"}
            >
              <button
                type="button"
                onClick={() => choose({ sort: by, descending: isSorted ? !descending : by === "at" })}
              >
                {title}
                {isSorted && <Icon name={descending ? "down" : "up"} size="small" />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The columns, and their widths where they were chosen; the style sheet has those of the usual ones. */
type Shown = { readonly columns: readonly Column[]; readonly tracks: string | null };

function tracked(tracks: string | null): {
  readonly gridTemplateColumns?: string;
  readonly minWidth?: number;
} {
  if (tracks === null) return {};
  const widths = [...tracks.matchAll(/(\d+)px/g)].map(([, width]) => Number(width) + gap);
  return { gridTemplateColumns: tracks, minWidth: widths.reduce((sum, width) => sum + width, 2 * side) };
}

type RowProps = Shown & {
  readonly place: number;
  readonly row: SignInRow | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (place: number) => void;
};

function Row({ columns, tracks, place, row, isSelected, onSelect }: RowProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys of all rows
    <div
      role="row"
      id={rowId(place)}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      className={place % 2 === 0 ? "signs-row" : "signs-row signs-odd"}
      style={{ top: place * rowHeight, ...tracked(tracks) }}
      onClick={() => onSelect(place)}
    >
      {columns.map(({ id, cell }) => (
        <div key={id} role="gridcell" className={`signs-cell signs-${id}`}>
          {row === undefined ? "" : cell(row)}
        </div>
      ))}
    </div>
  );
}
