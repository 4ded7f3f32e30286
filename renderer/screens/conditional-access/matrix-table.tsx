import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import type { MatrixView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { drawerWidth, useMedia } from "../../components/use-media.ts";
import { useMatrix } from "../../stores/context.ts";
import { AnswerPill } from "./answer-pill.tsx";
import { groupTitles, type MatrixLine, matrixLines } from "./matrix-groups.ts";
import { PolicyRow } from "./policy-row.tsx";
import { showLine, useLineInSight } from "./show-line.ts";
import { usePolicySwitch } from "./use-policy-switch.ts";
import { useRowFocus } from "./use-row-focus.ts";
import { useWindow } from "./use-window.ts";

/** A window in which the drawer beside the matrix leaves no room for the targets; the style sheet has it too. */
const besideDrawer = "(max-width: 1320px)";

/** Policies by sign-ins, grouped by what they do. Only the lines in sight are laid out, so any number of policies is quick. */
export function MatrixTable({ view }: { readonly view: MatrixView }): ReactNode {
  const filter = useMatrix((state) => state.filter);
  const selected = useMatrix((state) => state.selected);
  const select = useMatrix((state) => state.select);
  const lines = useMemo(() => matrixLines(view, filter), [view, filter]);
  const isBeside = useMatrix((state) => state.selected !== null && state.detail !== null);
  // The style sheet leaves the targets out where the drawer would stand over the matrix, or leaves little room beside it.
  const isCrowded = useMedia(besideDrawer) && isBeside;
  const columns = useMedia(drawerWidth) || isCrowded ? 4 : 5;
  const list = useRef<HTMLDivElement>(null);
  const { first, last, lineHeight } = useWindow(list, lines.length);
  useLineInSight(list, placeOf(lines, selected), isBeside ? `${selected} ${filter}` : null, lineHeight);
  const [current, setCurrent] = useState<string | null>(null);
  const onKeyDown = useGridKeys(lines, list, current, setCurrent);
  const policies = lines.filter((line) => line.kind === "policy");
  const stop = policies.some(({ row }) => row.id === current) ? current : (policies[0]?.row.id ?? null);
  return (
    <div className="ca-scroll" ref={list}>
      <table
        className="ca-grid"
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: rows open a drawer and are moved through by arrows
        role="grid"
        aria-label="Policies by sign-ins"
        aria-rowcount={lines.length + 2}
        onKeyDown={onKeyDown}
      >
        <HeadRow view={view} />
        <Together view={view} />
        <tbody>
          <Gap height={first * lineHeight} columns={columns} />
          {lines.slice(first, last).map((line, index) =>
            line.kind === "group" ? (
              <GroupRow key={line.group} line={line} index={first + index} columns={columns} />
            ) : (
              <PolicyRow
                key={line.row.id}
                row={line.row}
                index={first + index}
                isStop={line.row.id === stop}
                isSelected={line.row.id === selected}
                onOpen={() => {
                  setCurrent(line.row.id);
                  select(line.row.id);
                }}
              />
            ),
          )}
          <Gap height={(lines.length - last) * lineHeight} columns={columns} />
        </tbody>
      </table>
      {policies.length === 0 && (
        <p className="ca-none quiet">
          {view.rows.length === 0
            ? "No policies: Conditional Access asks neither sign-in for anything."
            : "No policy has these words in its name."}
        </p>
      )}
    </div>
  );
}

/** Stands for lines that are out of sight. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }): ReactNode {
  return height === 0 ? null : (
    <tr>
      <td colSpan={columns} className="ca-gap" style={{ height }} />
    </tr>
  );
}

function HeadRow({ view }: { readonly view: MatrixView }): ReactNode {
  const resource = (id: "login-window" | "password-check") =>
    view.signIns.find((signIn) => signIn.id === id)?.resourceName ?? "nothing, it is not set up";
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className="ca-on">
          On
        </th>
        <th scope="col">Policy</th>
        <th scope="col" className="ca-targets">
          Targets
        </th>
        <th scope="col" className="ca-sign-in">
          <Icon name="login-window" size="small" /> Login window
          <span className="visually-hidden"> reaches {resource("login-window")}</span>
        </th>
        <th scope="col" className="ca-sign-in">
          <Icon name="password-check" size="small" /> Password check
          <span className="visually-hidden"> reaches {resource("password-check")}</span>
        </th>
      </tr>
    </thead>
  );
}

/** The answer for both sign-ins, in their columns. */
function Together({ view: { headline, before } }: { readonly view: MatrixView }): ReactNode {
  return (
    <tbody>
      <tr aria-rowindex={2} className="ca-together">
        <td className="ca-on" />
        <th scope="row">All together</th>
        <td className="ca-targets" />
        {(["login-window", "password-check"] as const).map((id) => {
          const line = headline.lines.find((each) => each.id === id);
          const today = before?.headline.lines.find((each) => each.id === id)?.word ?? null;
          return line === undefined ? (
            <td key={id} className="faint">
              not set up
            </td>
          ) : (
            <td key={id}>
              <AnswerPill line={line} before={today} />
            </td>
          );
        })}
      </tr>
    </tbody>
  );
}

function GroupRow({
  line,
  index,
  columns,
}: {
  readonly line: Extract<MatrixLine, { readonly kind: "group" }>;
  readonly index: number;
  readonly columns: number;
}): ReactNode {
  return (
    <tr aria-rowindex={index + 3}>
      <th scope="rowgroup" colSpan={columns} className="ca-group">
        {groupTitles[line.group]} <span className="faint">{line.amount}</span>
      </th>
    </tr>
  );
}

/** Which line the policy stands in; less than 0 where none of the lines is about it. */
function placeOf(lines: readonly MatrixLine[], policyId: string | null): number {
  return lines.findIndex((line) => line.kind === "policy" && line.row.id === policyId);
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 12, PageUp: -12 };

/** Arrows move, Return opens the drawer, Space turns the policy off and on for trying, esc closes the drawer. */
function useGridKeys(
  lines: readonly MatrixLine[],
  list: { readonly current: HTMLDivElement | null },
  current: string | null,
  setCurrent: (id: string) => void,
) {
  const select = useMatrix((state) => state.select);
  const flip = usePolicySwitch();
  const focusRow = useRowFocus(list);
  return (event: KeyboardEvent) => {
    const ids = lines.flatMap((line) => (line.kind === "policy" ? [line.row.id] : []));
    const at = Math.max(0, ids.indexOf(current ?? ""));
    const moveTo = (index: number) => {
      const id = ids[Math.min(ids.length - 1, Math.max(0, index))];
      if (id === undefined) return;
      setCurrent(id);
      if (list.current !== null) showLine(list.current, placeOf(lines, id));
      focusRow();
    };
    const step = steps[event.key];
    if (step !== undefined) moveTo(at + step);
    else if (event.key === "Home") moveTo(0);
    else if (event.key === "End") moveTo(ids.length - 1);
    else if (event.key === "Enter") select(ids[at] ?? null);
    else if (event.key === " ") flip(ids[at] ?? "");
    else if (event.key === "Escape") select(null);
    else return;
    event.preventDefault();
  };
}
