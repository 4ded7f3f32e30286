import { useState } from "react";
import { useConnection } from "../stores/context.ts";

/**
 * Text that is kept here until it says something. While the app behind the page does not answer nothing comes of it, and what
 * was told last is shown.
 */
export function useDraft(told: string): readonly [string, (text: string) => void] {
  const isSilent = useConnection((state) => state.isSilent);
  const [typed, setTyped] = useState(told);
  return [isSilent ? told : typed, setTyped];
}
