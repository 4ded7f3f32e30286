import type { ReactNode } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog, DialogScroll } from "../../../components/dialog.tsx";
import { useHistory } from "../../../stores/context.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { useComparedRuns } from "./use-compared-runs.ts";

/** Two runs side by side: the sentence, then everything that differs. */
export function ComparisonDialog(): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  return comparison === null ? null : <ComparisonOf comparison={comparison} />;
}

function ComparisonOf({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const isOpen = useHistory((state) => state.isComparing);
  const close = useHistory((state) => state.closeComparison);
  const compared = useComparedRuns(comparison);
  return (
    <Dialog
      title={compared.name === null ? "Compared: two runs" : `Compared: ${compared.name}`}
      isOpen={isOpen}
      size="wide"
      onClose={close}
    >
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
          <ComparisonTable comparison={comparison} compared={compared} />
        </DialogScroll>
      )}
      <div className="dialog-actions">
        <Button onPress={close}>Close</Button>
      </div>
    </Dialog>
  );
}
