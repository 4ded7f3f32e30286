import { useApp, useDocument } from "./context.ts";

/** Suffixes that profiles have; people may pick others, main decides by content. */
const accepted = ".mobileconfig,.plist,.xml,application/xml,text/xml";

/** Opens a profile in the way of this host: its own dialog where it has one, the browser's file picker elsewhere. */
export function useOpenProfile(): () => void {
  const { canShowFileDialogs } = useApp().description.capabilities;
  const choose = useDocument((state) => state.choose);
  const openFile = useDocument((state) => state.openFile);
  if (canShowFileDialogs) {
    return () => {
      choose();
    };
  }
  return () => pickFile(openFile);
}

/** The page's own file picker, for a profile. */
export function pickFile(take: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accepted;
  input.hidden = true;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    input.remove();
    if (file !== undefined) {
      take(file);
    }
  });
  input.addEventListener("cancel", () => input.remove());
  // Part of the page until it is answered: an input that only its own listener knows may be collected before that.
  document.body.append(input);
  input.click();
}
