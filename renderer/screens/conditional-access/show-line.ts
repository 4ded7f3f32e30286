import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { lineHeightOf, scrolledIn, scrollerOf } from "./use-window.ts";

/** Room that is left below a line that was scrolled to: it does not look cut, and the list is seen to go on. */
const below = 8;

/** Where a line has to be within, in pixels of what scrolls: under the head of the table, which stays. */
function placeOf(list: HTMLElement, place: number) {
  const scroller = scrollerOf(list);
  const lineHeight = lineHeightOf(list);
  // The answer for both stands between the head and the first line.
  const top = scroller.scrollTop - scrolledIn(list) + (place + 1) * lineHeight;
  return { scroller, lineHeight, top, bottom: top + 2 * lineHeight };
}

function isInSight(list: HTMLElement, place: number): boolean {
  const { scroller, top, bottom } = placeOf(list, place);
  return top >= scroller.scrollTop && bottom < scroller.scrollTop + scroller.clientHeight;
}

/** Brings a line into sight, whether it is laid out just now or not; one that is in sight stays where it is. */
export function showLine(list: HTMLElement, place: number): void {
  if (place < 0 || isInSight(list, place)) return;
  const { scroller, lineHeight, top, bottom } = placeOf(list, place);
  if (top < scroller.scrollTop) scroller.scrollTop = Math.max(0, top - lineHeight);
  else scroller.scrollTop = bottom + below - scroller.clientHeight;
}

/**
 * Keeps the line of the policy in the drawer in sight. The drawer makes what stands above the list narrower and higher, and so does a
 * narrower window. A line that somebody has scrolled away from stays away.
 *
 * @param place the line; less than 0 where there is none
 * @param shownFor what the line is brought into sight for, anew whenever it is another; null while no drawer is open
 * @param lineHeight height that the lines are laid out with: another one moves all of them, and the line is brought into sight anew
 */
export function useLineInSight(
  list: RefObject<HTMLElement | null>,
  place: number,
  shownFor: string | null,
  lineHeight: number,
): void {
  const placeNow = useRef(place);
  const isSeen = useRef(false);
  useLayoutEffect(() => {
    placeNow.current = place;
  }, [place]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that are higher than before stand elsewhere
  useLayoutEffect(() => {
    if (shownFor === null || list.current === null) return;
    showLine(list.current, placeNow.current);
    isSeen.current = true;
  }, [list, shownFor, lineHeight]);
  useEffect(() => {
    const element = list.current;
    if (shownFor === null || element === null) return undefined;
    const part = element.parentElement ?? element;
    const look = () => {
      isSeen.current = isInSight(element, placeNow.current);
    };
    const keep = () => {
      if (isSeen.current) showLine(element, placeNow.current);
    };
    for (const each of [part, element]) each.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", keep);
    return () => {
      for (const each of [part, element]) each.removeEventListener("scroll", look);
      window.removeEventListener("resize", keep);
    };
  }, [list, shownFor]);
}
