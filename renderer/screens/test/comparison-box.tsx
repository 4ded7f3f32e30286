import { type ReactNode, useState } from "react";
import { useHistory } from "../../app/context.ts";
import { Button } from "../../components/button.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { formatClock } from "../../text/time.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import type { RunItem } from "./run-list-items.ts";

/** Foot of the run list: how to compare, or what differs between the two marked runs. */
export function ComparisonBox({ items }: { readonly items: readonly RunItem[] }): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  const marked = useHistory((state) => state.marked.length);
  const [isOpen, setOpen] = useState(false);
  if (items.length < 2) {
    return null;
  }
  if (comparison === null) {
    return (
      <div className="comparison">
        <p className="quiet">
          {marked === 1 ? "Mark one more run to compare the two." : "Mark two runs to compare them."}
        </p>
      </div>
    );
  }
  const time = (id: string) => formatClock(items.find((item) => item.id === id)?.startedAt ?? "");
  const title = `${time(comparison.before)} → ${time(comparison.after)}`;
  return (
    <div className="comparison">
      <b>{title}</b>
      <p className="quiet" role="status">
        {comparison.sentence}
      </p>
      {comparison.facts.length > 0 && (
        <Button look={["small"]} onPress={() => setOpen(true)}>
          <Icon name="compare" size="small" /> Compare runs…
        </Button>
      )}
      <Dialog title={`Compared: ${title}`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <p className="quiet">{comparison.sentence}</p>
        <ComparisonTable
          comparison={comparison}
          before={time(comparison.before)}
          after={time(comparison.after)}
        />
        <div className="dialog-actions">
          <Button onPress={() => setOpen(false)}>Close</Button>
        </div>
      </Dialog>
    </div>
  );
}
