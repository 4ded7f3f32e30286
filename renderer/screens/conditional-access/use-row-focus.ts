import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * Gives the focus to the row that Tab comes to: at once where it is laid out; a row far off as soon as the list, which was
 * scrolled to it, has laid it out.
 */
export function useRowFocus(list: RefObject<HTMLElement | null>): () => void {
  const isWanted = useRef(false);
  const give = () => {
    if (!isWanted.current) return;
    const at = document.activeElement;
    // Somebody has gone elsewhere meanwhile.
    const isElsewhere = at !== document.body && list.current?.contains(at) !== true;
    const row = list.current?.querySelector<HTMLElement>("[data-stop=true]") ?? null;
    if (row === null && !isElsewhere) return;
    isWanted.current = false;
    if (!isElsewhere) row?.focus();
  };
  useLayoutEffect(give);
  return () => {
    isWanted.current = true;
    requestAnimationFrame(give);
  };
}
