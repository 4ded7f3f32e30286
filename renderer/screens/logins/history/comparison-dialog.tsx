import { type ReactNode, useState } from "react";
import type { Comparison } from "../../../../preload/contract.ts";
import { Button } from "../../../components/button.tsx";
import { Dialog, DialogScroll } from "../../../components/dialog.tsx";
import { useDocument, useHistory } from "../../../stores/context.ts";
import { documentName } from "../../../text/document-words.ts";
import { comparisonGroups, differsInMoreThanSteps, foldedText, withProfileName } from "./comparison-rows.ts";
import { ComparisonTable } from "./comparison-table.tsx";
import { useComparedRuns } from "./use-compared-runs.ts";

/** Two runs side by side: the sentence, then what differs line by line, with what is the same folded. */
export function ComparisonDialog(): ReactNode {
  const comparison = useHistory((state) => state.comparison);
  // Both runs are of the open document.
  const fileName = useDocument((state) => state.view?.fileName ?? null);
  if (comparison === null) return null;
  const named = fileName === null ? comparison : withProfileName(comparison, documentName(fileName));
  return <ComparisonOf comparison={named} />;
}

function ComparisonOf({ comparison }: { readonly comparison: Comparison }): ReactNode {
  const isOpen = useHistory((state) => state.isComparing);
  const close = useHistory((state) => state.closeComparison);
  const compared = useComparedRuns(comparison);
  return (
    <Dialog
      title={compared.about === null ? "Compared: two runs" : `Compared: ${compared.about}`}
      isOpen={isOpen}
      size="sheet"
      onClose={close}
    >
      <p>{comparison.sentence}</p>
      {!comparison.namesCompare && (
        <p className="note quiet">
          At least one of the two is a masked copy. People, ids, hosts and names that it masks are left out of
          the comparison.
        </p>
      )}
      <SideBySide comparison={comparison} onClose={close} />
    </Dialog>
  );
}

type SideBySideProps = { readonly comparison: Comparison; readonly onClose: () => void };

function SideBySide({ comparison, onClose }: SideBySideProps): ReactNode {
  const compared = useComparedRuns(comparison);
  const [showsAll, setShowsAll] = useState(!differsInMoreThanSteps(comparison));
  const folded = foldedText(comparison);
  return (
    <>
      <DialogScroll label="What differs">
        <ComparisonTable groups={comparisonGroups(comparison, showsAll)} compared={compared} />
      </DialogScroll>
      <div className="dialog-actions">
        {folded !== null && (
          <Button
            look={["plain"]}
            className="comparison-fold"
            aria-expanded={showsAll}
            onPress={() => setShowsAll(!showsAll)}
          >
            {showsAll ? "Hide" : "Show"} {folded}
          </Button>
        )}
        <Button onPress={onClose}>Close</Button>
      </div>
    </>
  );
}
