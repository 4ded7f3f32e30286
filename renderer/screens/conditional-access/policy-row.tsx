import { memo, type ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import type { MatrixCell, MatrixRowView } from "../../../preload/contract.ts";
import { Icon } from "../../components/icon.tsx";
import { MiddleCut } from "../../components/middle-cut.tsx";
import { isGuid } from "../../text/is-guid.ts";
import { cellIcons, shownWord } from "./matrix-groups.ts";
import { PolicyName } from "./policy-name.tsx";
import { usePolicySwitch } from "./use-policy-switch.ts";

type PolicyRowProps = {
  readonly row: MatrixRowView;
  readonly index: number;
  /** True for the one row that Tab comes to. */
  readonly isStop: boolean;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
};

/** One policy with its part in both sign-ins. */
export const PolicyRow = memo(PolicyRowView, (a, b) => {
  return a.row === b.row && a.index === b.index && a.isStop === b.isStop && a.isSelected === b.isSelected;
});

function PolicyRowView({ row, index, isStop, isSelected, onOpen }: PolicyRowProps): ReactNode {
  const flip = usePolicySwitch();
  const isOn = row.state === "enabled";
  // Neither on nor off: it is evaluated, and stops nobody.
  const isReportOnly = !isOn && row.state !== "disabled";
  return (
    <tr
      className={isSelected ? "ca-row ca-row-selected" : "ca-row"}
      aria-rowindex={index + 3}
      aria-selected={isSelected}
      tabIndex={isStop ? 0 : -1}
      data-stop={isStop}
      onClick={onOpen}
    >
      <td className="ca-on">
        <Checkbox
          className="checkbox"
          aria-label={`On: ${row.displayName}`}
          isSelected={isOn}
          isIndeterminate={isReportOnly}
          onChange={() => flip(row.id)}
          excludeFromTabOrder
        >
          <span className="checkbox-box">
            {isOn ? <Icon name="check" /> : isReportOnly && <Icon name="minus" />}
          </span>
        </Checkbox>
      </td>
      <th
        scope="row"
        className="cut"
        title={isGuid(row.id) ? `${row.displayName}, ${row.id}` : row.displayName}
      >
        <span className="ca-name">
          <PolicyName name={row.displayName} />
        </span>
      </th>
      <td className="quiet cut ca-targets" title={row.targets}>
        {row.targets}
      </td>
      <Cell cell={row.login} before={row.before?.login ?? null} />
      <Cell cell={row.check} before={row.before?.check ?? null} />
    </tr>
  );
}

function Cell({
  cell,
  before,
}: {
  readonly cell: MatrixCell | null;
  readonly before: string | null;
}): ReactNode {
  if (cell === null) return <td className="faint">not set up</td>;
  const icon = cellIcons[cell.kind];
  const isChanged = before !== null && before !== cell.word;
  return (
    <td>
      <span
        className={`ca-cell ca-cell-${cell.kind}${isChanged ? " ca-cell-changed" : ""}`}
        title={isChanged ? `${cell.word}. Today: ${before}` : cell.word}
      >
        {icon !== null && <Icon name={icon} size="small" />}
        <MiddleCut value={shownWord(cell)} whole={cell.word} />
        {isChanged && <span className="visually-hidden">, today: {before}</span>}
      </span>
    </td>
  );
}
