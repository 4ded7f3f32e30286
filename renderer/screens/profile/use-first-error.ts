import { type RefObject, useEffect, useRef } from "react";
import type { ProfileView } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";

/**
 * Brings the first error of a tab into sight when the tab is opened for the first time. The focus stays where it is, and
 * so does a form that somebody has scrolled.
 *
 * @param tab null while no tab has the form to itself
 */
export function useFirstError(
  main: RefObject<HTMLElement | null>,
  { id, findings }: ProfileView,
  tab: TabId | null,
): void {
  const opened = useRef(new Set<string>());
  useEffect(() => {
    const form = main.current?.querySelector(".profile-form");
    if (tab === null || findings === null || form == null || opened.current.has(`${id} ${tab}`)) return;
    opened.current.add(`${id} ${tab}`);
    const note = form.scrollTop === 0 ? form.querySelector(".finding-error") : null;
    // A note without its key says little; where not both have room, the note counts.
    note?.closest(".key-row")?.scrollIntoView({ block: "nearest" });
    note?.scrollIntoView({ block: "nearest" });
  }, [main, id, findings, tab]);
}
