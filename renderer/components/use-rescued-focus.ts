import { type RefObject, useEffect } from "react";

/**
 * Keeps the focus in the part of the page that `ref` names when the control that has it goes away: a button that was
 * pressed and is replaced by its result. It goes to the first control of the finding around it that does something about it, where there is one, else to
 * the part itself, which has to take focus (`tabIndex={-1}`); the next Tab goes on from there.
 */
export function useRescuedFocus(ref: RefObject<HTMLElement | null>): void {
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
    const observer = new MutationObserver(() => {
      const [control] = path;
      if (control === undefined || control.isConnected || document.activeElement !== document.body) return;
      const survivor = path.find((element) => element.isConnected) ?? part;
      path = [];
      const next = survivor.closest("article")?.querySelector<HTMLElement>("button:not(.why-button)") ?? part;
      next.focus({ preventScroll: next === part });
    });
    part.addEventListener("focusin", remember);
    part.addEventListener("focusout", forget);
    observer.observe(part, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      part.removeEventListener("focusin", remember);
      part.removeEventListener("focusout", forget);
    };
  }, [ref]);
}

function pathTo(control: Element, part: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = control; at !== null && at !== part; at = at.parentElement) path.push(at);
  return path;
}
