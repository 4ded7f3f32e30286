import { type RefObject, useEffect } from "react";
import { gapBehind } from "../text/cut-middle.ts";

/**
 * Draws the tail of a cut value close behind the ellipsis. The browser ends the head at the last whole character that fits, which
 * leaves up to the width of one between the two, and then they read as two words.
 */
export function useCloseCut(
  head: RefObject<HTMLElement | null>,
  tail: RefObject<HTMLElement | null>,
  value: string,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another value may leave the room as it is, and is measured again
  useEffect(() => {
    const element = head.current;
    if (element === null || tail.current === null) return;
    tails.set(element, tail.current);
    watch.observe(element);
    return () => watch.unobserve(element);
  }, [head, tail, value]);
}

const tails = new WeakMap<Element, HTMLElement>();

/** One for all values: everything is measured before anything is moved. */
const watch = new ResizeObserver((changes) => {
  const moved = changes.map(({ target }) => ({ tail: tails.get(target), by: gapOf(target) }));
  for (const { tail, by } of moved) {
    if (tail !== undefined) tail.style.transform = by === 0 ? "" : `translateX(${-by}px)`;
  }
});

/** Pixels between the ellipsis of a head that is cut and the end of its box. */
function gapOf(head: Element): number {
  const text = head.firstChild;
  if (!(text instanceof Text)) return 0;
  const range = document.createRange();
  range.setStart(text, 0);
  const widthOf = (characters: number) => {
    range.setEnd(text, characters);
    return range.getBoundingClientRect().width;
  };
  const room = head.getBoundingClientRect().width;
  if (widthOf(text.length) <= room + 0.5) return 0;
  return gapBehind(widthOf, text.length, room - ellipsisWidth(head));
}

let pen: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

function ellipsisWidth(element: Element): number {
  // `font` itself is empty where figures are tabular.
  const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element);
  const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  const face = `${font} ${letterSpacing}`;
  const known = widths.get(face);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen === null) return 0;
  pen.font = font;
  const spacing = Number.parseFloat(letterSpacing);
  const width = pen.measureText("…").width + (Number.isNaN(spacing) ? 0 : spacing);
  widths.set(face, width);
  return width;
}
