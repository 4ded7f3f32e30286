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
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (hint !== null) setOpen(true);
  }, [hint]);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button>
        <Icon name="clock" size="small" /> {isRunning ? "Running" : count(listed, "run")}{" "}
        <Icon name="up-down" size="small" />
      </Button>
      <Popover className="popover run-list-popover" offset={4} placement="bottom start">
        <Dialog aria-label="Runs of this profile">
          <RunList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
