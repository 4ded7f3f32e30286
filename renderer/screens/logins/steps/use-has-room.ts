import { type RefObject, useLayoutEffect, useState } from "react";

/**
 * Whether everything that stands in the part of the page that scrolls can be seen at once, with what lies open at first: measured
 * once, before it is painted. What somebody opens or closes later is theirs.
 *
 * @param scroller selects the part around `element` that scrolls
 */
export function useHasRoom(element: RefObject<HTMLElement | null>, scroller: string): boolean {
  const [hasRoom, setHasRoom] = useState(true);
  useLayoutEffect(() => {
    const box = element.current?.closest(scroller);
    if (box && box.scrollHeight > box.clientHeight) setHasRoom(false);
  }, [element, scroller]);
  return hasRoom;
}
