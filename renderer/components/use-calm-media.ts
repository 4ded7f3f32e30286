import { useState } from "react";
import { useNavigation } from "../stores/context.ts";
import { useMedia } from "./use-media.ts";

/**
 * Whether a media query holds, for layouts whose parts open dialogs: while one is open the layout stays, because a part that goes
 * away takes its dialog with it.
 */
export function useCalmMedia(query: string): boolean {
  const holds = useMedia(query);
  const isUnderDialog = useNavigation((state) => state.openDialogs > 0);
  const [kept, setKept] = useState(holds);
  if (kept !== holds && !isUnderDialog) {
    setKept(holds);
  }
  return isUnderDialog ? kept : holds;
}
