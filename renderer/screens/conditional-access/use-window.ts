import { type RefObject, useEffect, useState } from "react";

/** Lines above and below those in sight, so that scrolling shows no gap. */
const spare = 12;

/** Height of a line in pixels, where the style sheet gives no other. */
const usualHeight = 28;

/** Height of every line of a list now, in pixels, as the style sheet has it; lines are higher in a window in which names wrap. */
export function lineHeightOf(list: HTMLElement): number {
  return Number.parseFloat(getComputedStyle(list).getPropertyValue("--row")) || usualHeight;
}

/** What scrolls a list: the list itself, or the part of the screen that it stands in with what comes before it. */
export function scrollerOf(list: HTMLElement): HTMLElement {
  const isOwn = getComputedStyle(list).overflowY !== "visible";
  return isOwn ? list : (list.parentElement ?? list);
}

/** How far a list is scrolled out of sight at its top, in pixels; less than 0 while something stands above it. */
export function scrolledIn(list: HTMLElement): number {
  const scroller = scrollerOf(list);
  return scroller === list
    ? list.scrollTop
    : scroller.getBoundingClientRect().top - list.getBoundingClientRect().top;
}

/** Which lines of a long list are laid out, by where it is scrolled to, and how high each is: all are equally high. */
export function useWindow(list: RefObject<HTMLElement | null>, amount: number) {
  const [place, setPlace] = useState({ top: 0, height: 800, lineHeight: usualHeight });
  useEffect(() => {
    const element = list.current;
    const part = element?.parentElement ?? null;
    if (element === null || part === null) return undefined;
    const read = () => {
      const [top, height] = [scrolledIn(element), scrollerOf(element).clientHeight];
      const lineHeight = lineHeightOf(element);
      setPlace((old) =>
        old.top === top && old.height === height && old.lineHeight === lineHeight
          ? old
          : { top, height, lineHeight },
      );
    };
    // What stands above the list opens and closes, which moves the list and not the scroll bar.
    const watch = new ResizeObserver(read);
    for (const each of [part, ...part.children]) watch.observe(each);
    for (const each of [part, element]) each.addEventListener("scroll", read, { passive: true });
    return () => {
      watch.disconnect();
      for (const each of [part, element]) each.removeEventListener("scroll", read);
    };
  }, [list]);
  const { lineHeight } = place;
  const first = Math.min(Math.max(0, Math.floor(place.top / lineHeight) - spare), Math.max(0, amount - 1));
  const last = Math.min(amount, Math.ceil((Math.max(0, place.top) + place.height) / lineHeight) + spare);
  return { first, last: Math.max(first, last), lineHeight };
}
