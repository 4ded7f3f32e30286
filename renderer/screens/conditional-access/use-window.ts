import { type RefObject, useEffect, useState } from "react";

/** Lines above and below those in sight, so that scrolling shows no gap. */
const spare = 12;

/** Which lines of a long list are laid out, by where it is scrolled to. All lines are equally high. */
export function useWindow(scroller: RefObject<HTMLElement | null>, amount: number, lineHeight: number) {
  const [place, setPlace] = useState({ top: 0, height: 800 });
  const read = () => {
    const element = scroller.current;
    if (element !== null) setPlace({ top: element.scrollTop, height: element.clientHeight });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is measured once, and told of its own changes after that
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(read);
    watch.observe(element);
    return () => watch.disconnect();
  }, [scroller]);
  const first = Math.min(Math.max(0, Math.floor(place.top / lineHeight) - spare), Math.max(0, amount - 1));
  const last = Math.min(amount, Math.ceil((place.top + place.height) / lineHeight) + spare);
  return { first, last: Math.max(first, last), onScroll: read };
}
