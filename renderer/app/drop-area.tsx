import { type DragEvent, type ReactNode, useState } from "react";
import { useDocument } from "../stores/context.ts";

/** A profile may be dropped anywhere in the window. The same is offered by button and by keyboard. */
export function DropArea({ children }: { readonly children: ReactNode }): ReactNode {
  const openFile = useDocument((state) => state.openFile);
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
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
        const file = event.dataTransfer.files[0];
        if (file !== undefined) {
          openFile(file);
        }
      }}
    >
      {children}
      {isOver && <div className="drop-veil">Drop to open this profile</div>}
    </div>
  );
}
