import { type ReactNode, useState } from "react";
import type { SetUpView } from "../../../preload/contract.ts";
import { Button } from "../../components/button.tsx";
import { Dialog, DialogScroll } from "../../components/dialog.tsx";
import { Icon } from "../../components/icon.tsx";
import { useSetUp } from "../../stores/context.ts";
import { CopyScript } from "./copy-script.tsx";
import { ScriptText } from "./script-text.tsx";

/** The way back, as near as the way there: its script, and in practice a press. */
export function UndoPart({ view }: { readonly view: SetUpView }): ReactNode {
  const undoScript = useSetUp((state) => state.undoScript);
  const carryOut = useSetUp((state) => state.carryOut);
  const save = useSetUp((state) => state.save);
  const isRunning = useSetUp((state) => state.walk?.isRunning === true);
  const isPage = useSetUp((state) => state.format === "markdown");
  const [shown, setShown] = useState<string | null>(null);
  const left = view.plan?.left ?? [];
  const isWalked = useSetUp((state) => state.walk !== null);
  // Microsoft's own service principal stands in every tenant: it is nothing that anybody would take back.
  const isMade = view.plan?.steps.some(({ id, state }) => state === "done" && id !== "graph-principal");
  return (
    <section className="section">
      <details className="set-up-back" open={isWalked || isMade === true}>
        <summary>
          <h2>Way back</h2>
        </summary>
        <p className="note quiet">
          Removes only what carries the mark “Made by Latchkey set-up”. An app that was there before stays,
          even with the same name.{left.length === 1 && ` ${left[0]}`}
        </p>
        {left.length > 1 && (
          <ul className="note quiet set-up-left">
            {left.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        <p className="set-up-actions">
          <Button isDisabled={view.plan === null} onPress={async () => setShown(await undoScript())}>
            <Icon name="undo" /> Undo script
          </Button>
          {view.isPractice && (
            <Button isDisabled={view.plan === null || isRunning} onPress={() => carryOut(true)}>
              Undo in practice
            </Button>
          )}
        </p>
      </details>
      <Dialog
        title="Undo script"
        size="sheet"
        isOpen={shown !== null}
        onClose={() => setShown(null)}
        actions={
          <>
            <CopyScript text={shown} label="Copy undo script" />
            <Button onPress={() => save(true)}>Save…</Button>
            <Button onPress={() => setShown(null)}>Close</Button>
          </>
        }
      >
        <DialogScroll label="Undo script">
          <pre className="code-box">
            <ScriptText text={shown ?? ""} isPage={isPage} />
          </pre>
        </DialogScroll>
      </Dialog>
    </section>
  );
}
