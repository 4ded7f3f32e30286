import { useState } from "react";
import { useConnection } from "../stores/context.ts";

/**
 * Text that is kept here until it says something. Once the app behind the page is gone nothing will come of it, and what was
 * told last is shown.
 */
export function useDraft(told: string): readonly [string, (text: string) => void] {
  const isGone = useConnection((state) => state.isGone);
  const [typed, setTyped] = useState(told);
  return [isGone ? told : typed, setTyped];
}
