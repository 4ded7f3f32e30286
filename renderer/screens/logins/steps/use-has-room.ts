import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * Whether everything that stands in the part of the page that scrolls can be seen at once, with what lies open at first: measured
 * once, before it is painted. What somebody opens or closes later is theirs.
 *
 * @param scroller selects the part around `element` that scrolls
 * @param isFirst what stands under `element` may lie out of sight
 */
export function useHasRoom(
  element: RefObject<HTMLElement | null>,
  scroller: string,
  isFirst: boolean,
): boolean {
  const [hasRoom, setHasRoom] = useState(true);
  useLayoutEffect(() => {
    const part = element.current;
    const box = part?.closest(scroller);
    if (!part || !box) return;
    const isSeen = isFirst
      ? part.getBoundingClientRect().bottom <= box.getBoundingClientRect().bottom
      : box.scrollHeight <= box.clientHeight;
    if (!isSeen) setHasRoom(false);
  }, [element, scroller, isFirst]);
  return hasRoom;
}
