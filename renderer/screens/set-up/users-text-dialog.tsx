import type { ReactNode } from "react";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogScroll } from "../../components/dialog.tsx";
import { RolloutReasons } from "../../features/rollout/rollout-reasons.tsx";
import { useJudgedRollout } from "../../features/rollout/use-judged-rollout.ts";
import { useSetUp } from "../../stores/context.ts";
import { CopyScript } from "./copy-script.tsx";

/** What users and service desk are told, and beside it whether the profile can be rolled out. */
export function UsersTextDialog(): ReactNode {
  const text = useSetUp((state) => state.usersText);
  const close = useSetUp((state) => state.closeUsersText);
  const save = useSetUp((state) => state.saveUsersText);
  const rollout = useJudgedRollout();
  return (
    <Dialog
      title="Text for users and service desk"
      size="sheet"
      isOpen={text !== null}
      onClose={close}
      actions={
        <>
          <CopyScript text={text} label="Copy as Markdown" isMain />
          <Button onPress={save}>Save…</Button>
          <Button onPress={close}>Close</Button>
        </>
      }
    >
      <div className="set-up-rollout">
        <DialogScroll label="Text">
          <MarkdownLines text={text ?? ""} />
        </DialogScroll>
        {rollout !== null && (
          <section className="rollout" aria-label="Rollout" data-decision={rollout.decision}>
            <h3>Before it goes out</h3>
            <RolloutReasons rollout={rollout} onLeave={close} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

/** The few forms of Markdown that the text has; everything else is text. */
function MarkdownLines({ text }: { readonly text: string }): ReactNode {
  const blocks: ReactNode[] = [];
  let items: string[] = [];
  const flush = () => {
    if (items.length === 0) return;
    blocks.push(
      <ul key={blocks.length}>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>,
    );
    items = [];
  };
  for (const line of text.split("\n")) {
    if (line.startsWith("- ")) items.push(line.slice(2));
    else {
      flush();
      if (line.startsWith("## ")) blocks.push(<h4 key={blocks.length}>{line.slice(3)}</h4>);
      else if (line.startsWith("# ")) blocks.push(<h3 key={blocks.length}>{line.slice(2)}</h3>);
    }
  }
  flush();
  return <div className="set-up-text">{blocks}</div>;
}
