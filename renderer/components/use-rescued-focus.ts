import { type RefObject, useEffect, useRef } from "react";
import type { Gap } from "./controls.ts";

/** The control that gets the focus of one that has gone; null for the part itself. */
type Choose = (gap: Gap, part: Element) => HTMLElement | null;

/**
 * Keeps the focus in the part of the page that `ref` names when the control that has it goes away: a button that was
 * pressed and is replaced by its result, a row that was removed. Where nothing is chosen it goes to the part itself, which has to take
 * focus (`tabIndex={-1}`); the next Tab goes on from there.
 */
export function useRescuedFocus(ref: RefObject<HTMLElement | null>, choose: Choose): void {
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  useEffect(() => {
    const part = ref.current;
    if (part === null) return;
    /** The control that has the focus, then what is around it, up to the part. */
    let path: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      path = target instanceof Element ? pathTo(target, part) : [];
    };
    const forget = ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Element && !part.contains(relatedTarget)) path = [];
    };
    // Whoever presses the mouse elsewhere has left the control, wherever the focus goes then.
    const leave = ({ target }: PointerEvent) => {
      if (!(target instanceof Node) || path[0]?.contains(target) !== true) path = [];
    };
    const observer = new MutationObserver((records) => {
      const [control] = path;
      if (control === undefined || control.isConnected || document.activeElement !== document.body) return;
      const gap = gapOf(path, part, records);
      path = [];
      const next = latest.current(gap, part) ?? part;
      next.focus({ preventScroll: next === part });
    });
    part.addEventListener("focusin", remember);
    part.addEventListener("focusout", forget);
    document.addEventListener("pointerdown", leave, true);
    observer.observe(part, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      part.removeEventListener("focusin", remember);
      part.removeEventListener("focusout", forget);
      document.removeEventListener("pointerdown", leave, true);
    };
  }, [ref]);
}

/** The first control of the finding around the gap that does something about it; none where it was in no finding. */
export function fixOfFinding({ around }: Gap): HTMLElement | null {
  return around.closest("article")?.querySelector<HTMLElement>("button:not(.why-button)") ?? null;
}

function gapOf(path: readonly Element[], part: Element, records: readonly MutationRecord[]): Gap {
  const index = path.findIndex((element) => element.isConnected);
  const around = path[index] ?? part;
  const gone = index === -1 ? path.at(-1) : path[index - 1];
  const record = records.find(({ removedNodes }) => gone !== undefined && [...removedNodes].includes(gone));
  const before = record?.previousSibling ?? null;
  return { around, before: before !== null && around.contains(before) ? before : null };
}

function pathTo(control: Element, part: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = control; at !== null && at !== part; at = at.parentElement) path.push(at);
  return path;
}
