import { type ReactNode, useId, useState } from "react";
import type { KeyPath, LeftOutView } from "../../preload/contract.ts";
import { Button } from "../components/button.tsx";
import { Dialog } from "../components/dialog.tsx";
import { ProblemBanner } from "../components/problem-banner.tsx";
import { TextField } from "../components/text-field.tsx";
import { useDocument, useSaving } from "../stores/context.ts";
import { pickFile } from "../stores/use-open-profile.ts";

/** Every value that a restored draft lacks, with the three ways to settle it. */
export default function LeftOutDialog(): ReactNode {
  const view = useDocument((state) => state.view);
  const problem = useSaving((state) => state.problem);
  const { showLeftOut, settle, settleFrom } = useSaving((state) => state);
  const close = () => showLeftOut(false);
  if (view === null) {
    return null;
  }
  const takeAll = () => {
    if (view.hasPlace) {
      settle({ how: "file", path: null, file: null });
    } else {
      pickFile(settleFrom);
    }
  };
  const isDone = view.leftOut.length === 0;
  return (
    <Dialog
      title={isDone ? "Every value is there again" : "Values that the draft left out"}
      isOpen
      size="wide"
      onClose={close}
      actions={
        <>
          {!isDone && (
            <Button onPress={takeAll}>
              {view.hasPlace ? "Take all from the file on disk" : "Take all from the file…"}
            </Button>
          )}
          <Button look={["primary"]} onPress={close}>
            Done
          </Button>
        </>
      }
    >
      <p>
        {isDone
          ? "The profile can be saved, tested and exported."
          : "Drafts hold no secrets. Until each is settled, the profile is not saved, tested or exported."}
      </p>
      {problem !== null && <ProblemBanner problem={problem} />}
      {view.leftOut.map((one) => (
        <Missing key={JSON.stringify(one.path)} one={one} />
      ))}
    </Dialog>
  );
}

function Missing({ one }: { readonly one: LeftOutView }): ReactNode {
  const settle = useSaving((state) => state.settle);
  const [text, setText] = useState("");
  const noteId = useId();
  const path: KeyPath = one.path;
  return (
    <section className="left-out" aria-label={one.title ?? one.keyPath}>
      <TextField
        label={one.title ?? one.keyPath}
        showLabel
        type="password"
        value={text}
        onChange={setText}
        describedBy={noteId}
      />
      <p id={noteId} className="quiet">
        <code>{one.keyPath}</code> {one.domain}
      </p>
      <div className="left-out-ways">
        <Button
          look={["small"]}
          isDisabled={text === ""}
          onPress={() => {
            settle({ how: "text", path, text });
          }}
        >
          Use this value
        </Button>
        <Button
          look={["small"]}
          onPress={() => {
            settle({ how: "remove", path });
          }}
        >
          Remove the key
        </Button>
      </div>
    </section>
  );
}
