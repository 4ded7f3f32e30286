import { controlsIn } from "../../components/controls.ts";

/** Gives the focus to the last item of a list, marked by `data-item`, when it is drawn: it comes with the next view. */
export function focusLastItem(list: Element | null): void {
  requestAnimationFrame(() => {
    const item = [...(list?.querySelectorAll("[data-item]") ?? [])].findLast(
      (candidate) => candidate.parentElement?.closest("[data-item]") === list?.closest("[data-item]"),
    );
    if (item !== undefined) {
      controlsIn(item)[0]?.focus();
    }
  });
}
