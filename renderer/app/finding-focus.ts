/**
 * Findings mark themselves with `data-finding`, their way to a fix with `data-fix`. Where one stands in a list of all of
 * them (`data-finding-list`), the list is walked, because beside the keys only those of one tab are shown.
 */
export function focusFinding(step: 1 | -1): void {
  const list = document.querySelector("[data-finding-list]") ?? document;
  const findings = [...list.querySelectorAll<HTMLElement>("[data-finding]")].filter(isShown);
  const next = findings[nextIndex(findings.length, focusedIndex(findings), step)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}

/**
 * Where the walk goes: round at the ends.
 *
 * @param current negative when none has the focus; the walk then begins at an end
 */
export function nextIndex(count: number, current: number, step: 1 | -1): number {
  if (current < 0) {
    return step > 0 ? 0 : count - 1;
  }
  return (current + step + count) % count;
}

/** The finding that has the focus; beside its key it has the name that it has in the list. */
function focusedIndex(findings: readonly HTMLElement[]): number {
  const focused = document.activeElement?.closest<HTMLElement>("[data-finding]");
  const name = focused?.dataset["finding"];
  const same = focused ? findings.indexOf(focused) : -1;
  return same >= 0 || name === undefined
    ? same
    : findings.findIndex((finding) => finding.dataset["finding"] === name);
}

/** Presses the fix of the finding that has the focus, or of the first one with a fix in the row of a key. */
export function applyFocusedFix(): void {
  const focused = document.activeElement;
  const owner = focused?.closest("[data-finding]") ?? focused?.closest(".key-row");
  owner?.querySelector<HTMLElement>("[data-fix]")?.click();
}

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null;
}
