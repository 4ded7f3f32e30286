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
  const text = head.textContent ?? "";
  const widthOf = measureOf(head);
  const room = head.getBoundingClientRect().width;
  if (widthOf(text) <= room) return 0;
  return gapBehind((characters) => widthOf(text.slice(0, characters)), text.length, room - widthOf("…"));
}

let pen: CanvasRenderingContext2D | null = null;

/** Measures texts in the face of an element. A range would do, but gives its width in whole pixels. */
function measureOf(element: Element): (text: string) => number {
  // `font` itself is empty where figures are tabular.
  const { fontStyle, fontWeight, fontSize, fontFamily, letterSpacing } = getComputedStyle(element);
  const spacing = Number.parseFloat(letterSpacing) || 0;
  pen ??= document.createElement("canvas").getContext("2d");
  const face = pen;
  if (face === null) return () => 0;
  face.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
  return (text) => face.measureText(text).width + spacing * text.length;
}
