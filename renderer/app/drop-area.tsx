import { type DragEvent, type ReactNode, useState } from "react";
import { useNavigation } from "../stores/context.ts";
import { droppedFiles } from "../stores/given-files.ts";
import { useDrop } from "../stores/use-drop.ts";

/**
 * A profile, policies, a log of the Mac or an error text, as file or folder, may be dropped anywhere. The same is offered by button
 * and by keyboard.
 */
export function DropArea({ children }: { readonly children: ReactNode }): ReactNode {
  const take = useDrop();
  const isForSignatures = useNavigation((state) => state.dialog === "signatures");
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const drop = async (event: DragEvent) => {
    const given = droppedFiles(event.dataTransfer);
    if (event.dataTransfer.files.length > 0) {
      take(await given);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; Open does the same for the keyboard
    <div
      onDragOver={(event) => {
        if (holdsFiles(event)) {
          event.preventDefault();
          event.dataTransfer.dropEffect = "copy";
          setOver(true);
        }
      }}
      onDragLeave={(event) => {
        if (event.relatedTarget === null) {
          setOver(false);
        }
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        drop(event);
      }}
    >
      {children}
      {isOver && (
        <div className="drop-veil">
          {isForSignatures
            ? "Drop signed profiles, or a folder of them"
            : "Drop a profile, policies, a log of the Mac or a text with an error"}
        </div>
      )}
    </div>
  );
}
