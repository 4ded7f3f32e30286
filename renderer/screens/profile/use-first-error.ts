import { type RefObject, useEffect, useRef, useState } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";

/** The row that was brought into sight, by its `data-place`, while its tab stays open. */
export type ShownError = { readonly tab: TabId; readonly place: string };

/**
 * Brings the first error of a tab into sight when the tab is opened for the first time, with the heading of its group at the upper
 * edge. The focus stays where it is, and so do a form that somebody has scrolled and one that shows the error already.
 *
 * @param tab null while no tab has the form to itself
 * @returns the key whose row was brought into sight; null where none was, or the tab was left since
 */
export function useFirstError(
  main: RefObject<HTMLElement | null>,
  { id, findings }: ProfileView,
  tab: TabId | null,
): ShownError | null {
  const opened = useRef(new Set<string>());
  const [shown, setShown] = useState<ShownError | null>(null);
  useEffect(() => {
    setShown((before) => (before?.tab === tab ? before : null));
    const form = main.current?.querySelector(".profile-form");
    if (tab === null || findings === null || form == null || opened.current.has(`${id} ${tab}`)) return;
    opened.current.add(`${id} ${tab}`);
    const note = form.scrollTop === 0 ? form.querySelector(".finding-error") : null;
    if (note === null || isInside(note, form)) return;
    const row = note.closest<HTMLElement>("[data-place]");
    bringIntoSight(form, note, row);
    const place = row?.dataset["place"];
    if (place !== undefined) setShown({ tab, place });
  }, [main, id, findings, tab]);
  return shown;
}

/** The heading of its group at the upper edge; where the note is too far below that, its row; where not both have room, the note. */
function bringIntoSight(form: Element, note: Element, row: Element | null): void {
  // Where the page scrolls as a whole, what stands above the form stays in sight as long as it can.
  const block = form.scrollHeight > form.clientHeight ? "start" : "nearest";
  const head = note.closest("section")?.querySelector(".form-head");
  for (const start of [head, row]) {
    start?.scrollIntoView({ block });
    if (isInside(note, form)) return;
  }
  note.scrollIntoView({ block: "nearest" });
}

/** Whether it is in sight whole: above what fades out at the lower edge. */
function isInside(note: Element, form: Element): boolean {
  const fading = Number.parseFloat(getComputedStyle(form).scrollPaddingBottom) || 0;
  const end = Math.min(form.getBoundingClientRect().bottom, window.innerHeight) - fading;
  return note.getBoundingClientRect().bottom <= end;
}
