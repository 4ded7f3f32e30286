import { type ReactNode, useState } from "react";
import { Button } from "../../../components/button.tsx";
import { Dialog, DialogScroll } from "../../../components/dialog.tsx";
import { Icon } from "../../../components/icon.tsx";
import { useHistory } from "../../../stores/context.ts";
import { count } from "../../../text/count.ts";
import { deletable } from "./deletable.ts";

/** Kept copies that cannot be read: how many, why, and the way to be rid of them. Nothing where all can be. */
export function UnreadableRuns(): ReactNode {
  const problems = useHistory((state) => state.unreadable);
  const forgetAll = useHistory((state) => state.forgetAll);
  const [isOpen, setOpen] = useState(false);
  const damaged = problems.filter(deletable).length;
  if (problems.length === 0) {
    return null;
  }
  const title =
    damaged === 0 ? "Kept runs cannot be read" : `${count(damaged, "kept run", "kept runs")} cannot be read`;
  return (
    <div className="unreadable">
      <p>
        <span className="tone-warn">
          <Icon name="warning" size="small" />
        </span>{" "}
        {title}.
      </p>
      <Button look={["small"]} onPress={() => setOpen(true)}>
        Show why…
      </Button>
      <Dialog title={title} isOpen={isOpen} size="wide" onClose={() => setOpen(false)}>
        <p className="note quiet">
          The files are left as they are. Which document they belong to is not known, and no other run is
          affected.
        </p>
        <DialogScroll label="Reasons">
          <ul className="unreadable-reasons">
            {problems.map((problem) => (
              <li key={problem.detail}>
                {deletable(problem) ? problem.detail : `${problem.title} ${problem.detail} ${problem.fix}`}
              </li>
            ))}
          </ul>
        </DialogScroll>
        <div className="dialog-actions">
          <Button onPress={() => setOpen(false)}>Leave them</Button>
          {damaged > 0 && (
            <Button
              look={["danger"]}
              onPress={() => {
                setOpen(false);
                forgetAll("unreadable");
              }}
            >
              Delete {count(damaged, "file")}
            </Button>
          )}
        </div>
      </Dialog>
    </div>
  );
}
