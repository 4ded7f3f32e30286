import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory } from "../../../stores/context.ts";
import { ariaKeys } from "../../../text/command-keys.ts";
import { TrendBox } from "./trend-box.tsx";

/**
 * Foot of the run list: since when it answers so, how to compare, or what differs between the two marked runs.
 *
 * @param listed how many runs the list has
 */
export function ComparisonBox({ listed }: { readonly listed: number }): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  const marked = useHistory((state) => state.marked.length);
  const hint = useHistory((state) => state.hint);
  // Where a trend has its own way to compare, the hint would be one line more to say it again.
  const isOffered = useHistory((state) => marked === 0 && state.trends.some(({ before }) => before !== null));
  if (comparison !== null) return <Compared comparison={comparison} />;
  return listed < 2 && hint === null ? null : (
    <div className="comparison">
      {marked === 0 && <TrendBox />}
      {(hint !== null || !isOffered) && (
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
      <p className="compared-sentence" role="status">
        {comparison.sentence}
      </p>
      <Button look={["small"]} onPress={openComparison} aria-keyshortcuts={ariaKeys("compare")}>
        <Icon name="compare" size="small" /> Compare runs…
      </Button>
    </div>
  );
}
