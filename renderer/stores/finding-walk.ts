import type { NavigationStore } from "./navigation-store.ts";

/** A finding as it stands on the page. */
export type ShownFinding = {
  readonly name: string;
  readonly element: HTMLElement;
  /** In a list of all findings; the walk keeps to it, because beside the keys only those of one tab are shown. */
  readonly isListed: boolean;
};

/** The findings that are on the page now, and the walk from one to the next. */
export type FindingWalk = {
  /** The returned function tells that the finding has gone. */
  readonly show: (finding: ShownFinding) => () => void;
  /** What presses the fix of a finding; the returned function ends that. */
  readonly offerFix: (name: string, press: () => void) => () => void;
  /** Gives the focus to the next or previous finding, round at the ends. */
  readonly move: (step: 1 | -1) => void;
  /** Presses the fix of the finding that the walk is at. */
  readonly applyFix: () => void;
};

export function createFindingWalk(navigation: NavigationStore): FindingWalk {
  const shown = new Set<ShownFinding>();
  const fixes = new Set<{ readonly name: string; readonly press: () => void }>();
  const inOrder = () => {
    const all = [...shown].filter(({ element }) => element.offsetParent !== null);
    const listed = all.filter(({ isListed }) => isListed);
    return (listed.length > 0 ? listed : all).toSorted((a, b) => (isBefore(a.element, b.element) ? -1 : 1));
  };
  return {
    show: (finding) => {
      shown.add(finding);
      return () => void shown.delete(finding);
    },
    offerFix: (name, press) => {
      const offer = { name, press };
      fixes.add(offer);
      return () => void fixes.delete(offer);
    },
    move: (step) => {
      const findings = inOrder();
      const { focusedFinding } = navigation.getState();
      const current = findings.findIndex(({ name }) => name === focusedFinding);
      const next = findings[nextIndex(findings.length, current, step)];
      next?.element.focus({ preventScroll: true });
      next?.element.scrollIntoView({ block: "nearest" });
    },
    applyFix: () => {
      const { focusedFinding } = navigation.getState();
      [...fixes].find(({ name }) => name === focusedFinding)?.press();
    },
  };
}

function isBefore(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
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
