import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { useHistory } from "../../../app/context.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog, DialogScroll } from "../../../components/dialog.tsx";
import { ComparisonTable } from "./comparison-table.tsx";

type ComparisonDialogProps = {
  readonly comparison: Comparison;
  /** When the older one started, in words. */
  readonly before: string;
  readonly after: string;
};

/** Two runs side by side: the sentence, then everything that differs. */
export function ComparisonDialog({ comparison, before, after }: ComparisonDialogProps): ReactNode {
  const isOpen = useHistory((state) => state.isComparing);
  const close = useHistory((state) => state.closeComparison);
  return (
    <Dialog title={`Compared: ${before} → ${after}`} isOpen={isOpen} size="wide" onClose={close}>
      <p>{comparison.sentence}</p>
      {!comparison.namesCompare && (
        <p className="note quiet">
          At least one of the two is a masked copy. People, ids, hosts and names that it masks are left out of
          the comparison.
        </p>
      )}
      {comparison.facts.length === 0 ? (
        <p className="quiet">Nothing else differs.</p>
      ) : (
        <DialogScroll label="What differs">
          <ComparisonTable comparison={comparison} before={before} after={after} />
        </DialogScroll>
      )}
      <div className="dialog-actions">
        <Button onPress={close}>Close</Button>
      </div>
    </Dialog>
  );
}
