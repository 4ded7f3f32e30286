import { type ReactNode, useState } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogScroll } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { useNavigation } from "../../stores/context.ts";
import { RolloutReasons } from "./rollout-reasons.tsx";
import { decisionLine, decisionLooks } from "./rollout-text.ts";
import { useJudgedRollout } from "./use-judged-rollout.ts";

/** "Can I roll this out?" in one line; it opens the whole box. */
export function RolloutLine(): ReactNode {
  const rollout = useJudgedRollout();
  const go = useNavigation((state) => state.go);
  const [isOpen, setOpen] = useState(false);
  if (rollout === null) {
    return null;
  }
  const look = decisionLooks[rollout.decision];
  const close = () => setOpen(false);
  return (
    <>
      <Button className="rollout-line" data-decision={rollout.decision} onPress={() => setOpen(true)}>
        <span className={`tone-${look.tone}`}>
          <Icon name={look.icon} size="small" />
        </span>
        <span className="rollout-answer">
          <span className="rollout-question">Ready to roll out?</span> <span>{decisionLine(rollout)}</span>
        </span>
        <Icon name="right" size="small" />
      </Button>
      <Dialog title="Can this be rolled out?" isOpen={isOpen} size="wide" onClose={close}>
        <DialogScroll label="Reasons">
          <RolloutReasons rollout={rollout} onLeave={close} />
        </DialogScroll>
        <div className="dialog-actions">
          <Button onPress={close}>Close</Button>
          <Button
            onPress={() => {
              close();
              go("export");
            }}
          >
            Export…
          </Button>
        </div>
      </Dialog>
    </>
  );
}
