import { type ReactNode, useEffect, useState } from "react";
import { Dialog, DialogTrigger, Popover } from "react-aria-components";
import { Button } from "../../../components/button.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory, useRuns } from "../../../stores/context.ts";
import { count } from "../../../text/count.ts";
import { RunList } from "./run-list.tsx";

/** The list of runs in a window that has no room for its column. It opens by itself to say why nothing is compared. */
export function RunListPopup(): ReactNode {
  const listed = useHistory((state) => state.runs.length);
  const isRunning = useRuns((state) => state.runningId !== null);
  const hint = useHistory((state) => state.hint);
  const marked = useHistory((state) => state.marked.length);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (hint !== null) setOpen(true);
  }, [hint]);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button>
        <Icon name="clock" size="small" />{" "}
        {isRunning ? "Running" : <RunsWord listed={listed} marked={marked} />}{" "}
        <Icon name="up-down" size="small" />
      </Button>
      <Popover className="popover run-list-popover" offset={4} placement="bottom start">
        <Dialog aria-label="Runs of this profile">
          <RunList isPopup />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

type RunsWordProps = { readonly listed: number; readonly marked: number };

/** `4 runs`; `2 marked` where some are, which a screen reader says whole. */
function RunsWord({ listed, marked }: RunsWordProps): ReactNode {
  if (marked === 0) return count(listed, "run");
  return (
    <span>
      {marked}
      <span className="visually-hidden"> of {count(listed, "run")}</span> marked
    </span>
  );
}
