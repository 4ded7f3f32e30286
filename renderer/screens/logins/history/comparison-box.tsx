import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory } from "../../../stores/context.ts";
import { ariaKeys } from "../../../text/command-keys.ts";
import { AskedWords } from "./asked-words.tsx";
import { TrendBox } from "./trend-box.tsx";
import { type ComparedRun, useComparedRuns } from "./use-compared-runs.ts";

/**
 * Foot of the run list: since when it answers so, how to compare, or what differs between the two marked runs.
 *
 * @param listed how many runs the list has
 */
export function ComparisonBox({ listed }: { readonly listed: number }): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  const marked = useHistory((state) => state.marked.length);
  const hint = useHistory((state) => state.hint);
  if (comparison !== null) return <Compared comparison={comparison} />;
  return listed < 2 && hint === null ? null : (
    <div className="comparison">
      {marked === 0 && <TrendBox />}
      <p className="quiet" role="status">
        {hint ?? (marked === 1 ? "Mark one more run to compare the two." : "Mark two runs to compare them.")}
      </p>
    </div>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const openComparison = useHistory((state) => state.openComparison);
  const { before, after, name } = useComparedRuns(comparison);
  return (
    <div className="comparison">
      {name === null ? (
        <ul className="compared-names">
          <ComparedItem side={before} />
          <ComparedItem side={after} />
        </ul>
      ) : (
        <>
          <p>
            <b>{name}</b>
          </p>
          <p className="faint">
            {before.moment} and {after.moment}
          </p>
        </>
      )}
      <p className="compared-sentence" role="status">
        {comparison.sentence}
      </p>
      <Button look={["small"]} onPress={openComparison} aria-keyshortcuts={ariaKeys("compare")}>
        <Icon name="compare" size="small" /> Compare runs…
      </Button>
    </div>
  );
}

function ComparedItem({ side: { run, name, moment } }: { readonly side: ComparedRun }): ReactNode {
  return (
    <li title={name}>
      <span className="compared-head">
        {run !== null && <AskedWords kind={run.kind} />} <span className="faint">{moment}</span>
      </span>
      {run !== null && <span className={`tone-${run.label.tone}`}>{run.label.text}</span>}
    </li>
  );
}
