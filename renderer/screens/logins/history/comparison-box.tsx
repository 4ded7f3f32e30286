import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory } from "../../../stores/context.ts";
import { ariaKeys } from "../../../text/command-keys.ts";
import { otherTrends } from "./told-trends.ts";
import { TrendBox } from "./trend-box.tsx";

type ComparisonBoxProps = {
  /** How many runs the list has. */
  readonly listed: number;
  /** Nothing else in sight says what differs between the marked runs. */
  readonly saysWhatDiffers: boolean;
};

/** Foot of the run list: since when it answers so, how to compare, or what differs between the two marked runs. */
export function ComparisonBox({ listed, saysWhatDiffers }: ComparisonBoxProps): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  const marked = useHistory((state) => state.marked.length);
  const hint = useHistory((state) => state.hint);
  const hasTrends = useHistory(({ trends, selectedId }) => otherTrends(trends, selectedId).length > 0);
  if (comparison !== null) return saysWhatDiffers ? <Compared comparison={comparison} /> : null;
  return listed < 2 && hint === null ? null : (
    <div className="comparison">
      {marked === 0 && <TrendBox />}
      {(hint !== null || marked > 0 || !hasTrends) && (
        <p className="quiet" role="status">
          {hint ??
            (marked === 1 ? "Mark one more run to compare the two." : "Mark two runs to compare them.")}
        </p>
      )}
    </div>
  );
}

function Compared({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const openComparison = useHistory((state) => state.openComparison);
  return (
    <div className="comparison">
      {/* What stands over the shown run has told a screen reader already. */}
      <p>{comparison.sentence}</p>
      <Button look={["small"]} onPress={openComparison} aria-keyshortcuts={ariaKeys("compare")}>
        <Icon name="compare" size="small" /> Compare runs…
      </Button>
    </div>
  );
}
