import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog } from "../../../components/dialog.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useApp, useHistory } from "../../../stores/context.ts";
import { ReportForm } from "./report-form.tsx";
import { useReportedRuns } from "./use-reported-runs.ts";

/** Opens the report form; a report is about the marked runs, else about the shown one. */
export function ReportButton(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const marked = useHistory((state) => state.marked);
  const runIds = useReportedRuns();
  const canSave = useApp().description.capabilities.canShowFileDialogs;
  return (
    <>
      <Button look={["capsule"]} isDisabled={runIds.length === 0} onPress={() => setOpen(true)}>
        <Icon name="export" />
        <span>
          Report
          {marked.length === 2 && (
            <>
              <span className="report-on"> on 2 runs</span>
              <span className="report-count" aria-hidden="true">
                {" "}
                (2)
              </span>
            </>
          )}
        </span>
      </Button>
      <Dialog
        title={canSave ? "Save a report" : "Download a report"}
        size="sheet"
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <ReportForm runIds={runIds} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
