// biome-ignore-all lint/a11y/useSemanticElements: rows stand where they belong, one by one, which those of a table cannot do
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names the row that is active in it
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import type { RowColumn, SignInRow } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { Tag } from "../../components/tag.tsx";
import { useSignIns } from "../../stores/context.ts";
import { rowAt } from "../../stores/row-pages.ts";
import { className, classTone, protocolText, requirementText, rowTime } from "./sign-in-text.ts";

const rowHeight = 24;
/** The names of the columns stay above the rows. */
const headHeight = 26;
/** Rows above and below those that are seen, so that a turn of the wheel finds them there. */
const beyond = 12;

type Column = {
  readonly id: RowColumn | "policies";
  readonly title: string;
  readonly cell: (row: SignInRow) => ReactNode;
};

const columns: readonly Column[] = [
  { id: "at", title: "Time (UTC)", cell: (row) => rowTime(row.at) },
  { id: "user", title: "User", cell: (row) => row.user ?? row.userName ?? "–" },
  {
    id: "class",
    title: "Class",
    cell: (row) => <Tag tone={classTone[row.class]}>{className[row.class]}</Tag>,
  },
  { id: "code", title: "Code", cell: (row) => <code>{row.code}</code> },
  { id: "app", title: "Application", cell: (row) => row.app ?? row.appId ?? "–" },
  { id: "requirement", title: "Requirement", cell: (row) => requirementText(row.requirement) },
  { id: "protocol", title: "Protocol", cell: (row) => protocolText(row.protocol) },
  { id: "policies", title: "Policy", cell: (row) => row.policies ?? "–" },
  { id: "ip", title: "IP address", cell: (row) => row.ip ?? "–" },
];

/** The rows. Only those on screen are there; the arrow keys go from one to the next. */
export function RowTable(): ReactNode {
  const total = useSignIns((state) => state.total);
  const pages = useSignIns((state) => state.pages);
  const need = useSignIns((state) => state.need);
  const cursor = useSignIns((state) => state.cursor);
  const select = useSignIns((state) => state.select);
  const choice = useSignIns((state) => state.choice);
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
      className="signs-table"
      role="grid"
      aria-label="Sign-ins"
      aria-rowcount={total + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      ref={host}
      onKeyDown={move}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      {...(cursor === null ? {} : { "aria-activedescendant": rowId(cursor) })}
    >
      <Heads />
      <div role="rowgroup" className="signs-rows">
        <div role="presentation" className="signs-tall" style={{ height: total * rowHeight }}>
          {places.map((place) => (
            <Row
              key={place}
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

function rowId(place: number): string {
  return `sign-in-${place}`;
}

function Heads(): ReactNode {
  const sort = useSignIns((state) => state.choice.sort);
  const descending = useSignIns((state) => state.choice.descending);
  const choose = useSignIns((state) => state.choose);
  return (
    <div role="rowgroup" className="signs-heads">
      <div role="row" aria-rowindex={1} className="signs-row">
        {columns.map(({ id, title }) => {
          if (id === "policies") {
            return (
              <div key={id} role="columnheader" className={`signs-cell signs-${id}`}>
                {title}
              </div>
            );
          }
          const isSorted = sort === id;
          return (
            <div
              key={id}
              role="columnheader"
              className={`signs-cell signs-${id}`}
              aria-sort={isSorted ? (descending ? "descending" : "ascending") : "none"}
            >
              <button
                type="button"
                onClick={() => choose({ sort: id, descending: isSorted ? !descending : id === "at" })}
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

type RowProps = {
  readonly place: number;
  readonly row: SignInRow | undefined;
  readonly isSelected: boolean;
  readonly onSelect: (place: number) => void;
};

function Row({ place, row, isSelected, onSelect }: RowProps): ReactNode {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys of all rows
    <div
      role="row"
      id={rowId(place)}
      aria-rowindex={place + 2}
      aria-selected={isSelected}
      className={place % 2 === 0 ? "signs-row" : "signs-row signs-odd"}
      style={{ top: place * rowHeight }}
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
