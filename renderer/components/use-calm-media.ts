import { useState } from "react";
import { useNavigation } from "../stores/context.ts";
import { useMedia } from "./use-media.ts";

/**
 * Whether a media query holds, for layouts whose parts open dialogs: while a part that would go away has one open the layout
 * stays, because the dialog would go with it.
 */
export function useCalmMedia(query: string): boolean {
  const holds = useMedia(query);
  const isHeld = useNavigation((state) => state.heldLayouts > 0);
  const [kept, setKept] = useState(holds);
  if (kept !== holds && !isHeld) {
    setKept(holds);
  }
  return isHeld ? kept : holds;
}
