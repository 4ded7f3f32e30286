import { type DragEvent, type ReactNode, useState } from "react";
import { useDocument, useExplain, useNavigation } from "../stores/context.ts";
import { droppedFiles } from "../stores/given-files.ts";

/** Names of logs and of what `log show` is written into; everything else is taken for a profile, as main decides by content. */
const logName = /\.(?:log|txt|out|ndjson|jsonl)(?:\.\d{1,3})?$/i;
const profileName = /\.(?:mobileconfig|plist|xml)$/i;

/** A profile, a log of the Mac or a folder of logs may be dropped anywhere. The same is offered by button and by keyboard. */
export function DropArea({ children }: { readonly children: ReactNode }): ReactNode {
  const openFile = useDocument((state) => state.openFile);
  const dismiss = useDocument((state) => state.dismiss);
  const readLog = useExplain((state) => state.open);
  const screen = useNavigation((state) => state.screen);
  const go = useNavigation((state) => state.go);
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const drop = async (event: DragEvent) => {
    const [file, ...more] = event.dataTransfer.files;
    const given = droppedFiles(event.dataTransfer);
    const isFolder = [...event.dataTransfer.items].some(
      (item) => item.webkitGetAsEntry()?.isDirectory === true,
    );
    const isLog =
      isFolder ||
      more.length > 0 ||
      (file !== undefined &&
        (logName.test(file.name) || (screen === "explain" && !profileName.test(file.name))));
    if (file === undefined) {
      return;
    }
    if (!isLog) {
      openFile(file);
      return;
    }
    dismiss();
    go("explain");
    readLog(await given);
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
          {screen === "explain" ? "Drop to read this log" : "Drop a profile, or a log of the Mac"}
        </div>
      )}
    </div>
  );
}
