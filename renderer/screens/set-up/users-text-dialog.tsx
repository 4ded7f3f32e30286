import { type ReactNode, useState } from "react";
import type { TextReader } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogScroll } from "../../components/dialog.tsx";
import { Segment } from "../../components/segment.tsx";
import { RolloutReasons } from "../../features/rollout/rollout-reasons.tsx";
import { useJudgedRollout } from "../../features/rollout/use-judged-rollout.ts";
import { useSetUp } from "../../stores/context.ts";
import { CopyScript } from "./copy-script.tsx";
import { ShowStep } from "./show-step.tsx";

const readers: readonly { readonly id: TextReader; readonly title: string }[] = [
  { id: "users", title: "Users" },
  { id: "service-desk", title: "Service desk" },
];

/** What users and service desk are told, each alone, and beside it whether the profile can be rolled out. */
export function UsersTextDialog(): ReactNode {
  const texts = useSetUp((state) => state.usersText);
  const close = useSetUp((state) => state.closeUsersText);
  const save = useSetUp((state) => state.saveUsersText);
  const rollout = useJudgedRollout();
  const [reader, setReader] = useState<TextReader>("users");
  const text = (reader === "users" ? texts?.users : texts?.serviceDesk) ?? null;
  // Known of a tenant that asks nobody for MFA, and in which the recipe's own policy was looked up.
  const isPolicyOff = useSetUp(
    ({ view }) =>
      view?.holds === "none" &&
      view.plan?.steps.some(({ id, state }) => id === "switch-on" && state === "to-do") === true,
  );
  const isReady = rollout === null || (rollout.decision === "go" && !isPolicyOff);
  return (
    <Dialog
      title="Text for users and service desk"
      size="sheet"
      isOpen={texts !== null}
      onClose={close}
      actions={
        <>
          <CopyScript text={text} label={isReady ? "Copy as Markdown" : "Copy anyway"} isMain={isReady} />
          <Button onPress={() => save(reader)}>{isReady ? "Save…" : "Save anyway…"}</Button>
          <Button onPress={close}>Close</Button>
        </>
      }
    >
      <div className="set-up-rollout">
        <div className="set-up-paper-side">
          <Segment label="Whom the text is for" options={readers} value={reader} onChange={setReader} />
          <DialogScroll label="Text">
            <MarkdownLines text={text ?? ""} />
          </DialogScroll>
        </div>
        {rollout !== null && (
          <section className="rollout" aria-label="Rollout" data-decision={rollout.decision}>
            <h3>Before it goes out</h3>
            <RolloutReasons
              rollout={rollout}
              onLeave={close}
              fillsFirst={!isReady}
              alsoOpen={
                isPolicyOff
                  ? {
                      text: "The MFA policy is not on yet.",
                      way: (isMain) => <ShowStep id="switch-on" onLeave={close} isMain={isMain} />,
                    }
                  : undefined
              }
            />
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
