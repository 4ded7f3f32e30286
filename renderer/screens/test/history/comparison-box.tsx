import type { ReactNode } from "react";
import { useHistory } from "../../../app/context.ts";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { shortMoment } from "../../../text/day.ts";
import { ariaShortcut } from "../../../text/shortcut-label.ts";
import { ComparisonDialog } from "./comparison-dialog.tsx";
import type { RunItem } from "./run-list-items.ts";
import { TrendBox } from "./trend-box.tsx";

/** Foot of the run list: since when it answers so, how to compare, or what differs between the two marked runs. */
export function ComparisonBox({ items }: { readonly items: readonly RunItem[] }): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  const marked = useHistory((state) => state.marked.length);
  const hint = useHistory((state) => state.hint);
  const openComparison = useHistory((state) => state.openComparison);
  if (comparison === null) {
    return items.length < 2 && hint === null ? null : (
      <div className="comparison">
        {marked === 0 && <TrendBox />}
        <p className="quiet" role="status">
          {hint ??
            (marked === 1 ? "Mark one more run to compare the two." : "Mark two runs to compare them.")}
        </p>
      </div>
    );
  }
  const now = new Date();
  const moment = (id: string) => shortMoment(items.find((item) => item.id === id)?.startedAt ?? "", now);
  const [before, after] = [moment(comparison.before), moment(comparison.after)];
  return (
    <div className="comparison">
      <b>
        {before} → {after}
      </b>
      <p className="quiet" role="status">
        {comparison.sentence}
      </p>
      <Button look={["small"]} onPress={openComparison} aria-keyshortcuts={ariaShortcut("mod+d")}>
        <Icon name="compare" size="small" /> Compare runs…
      </Button>
      <ComparisonDialog comparison={comparison} before={before} after={after} />
    </div>
  );
}
