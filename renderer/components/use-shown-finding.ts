import { type FocusEvent, type RefObject, useEffect, useRef } from "react";
import type { Finding } from "../../preload/contract.ts";
import { useApp, useNavigation } from "../stores/context.ts";
import { findingName } from "../text/finding-name.ts";

type ShownFindingProps<E extends HTMLElement> = {
  readonly ref: RefObject<E | null>;
  readonly tabIndex: -1;
  readonly "data-finding": string;
  readonly onFocus: (event: FocusEvent<E>) => void;
};

/**
 * Puts a finding on the page into the walk of F8, which gives it the focus.
 *
 * @param isListed it stands in a list of all findings, not beside what it is about
 * @returns the properties of the element that shows it
 */
export function useShownFinding<E extends HTMLElement>(
  finding: Finding,
  isListed: boolean,
): ShownFindingProps<E> {
  const { findingWalk } = useApp().stores;
  const focusFinding = useNavigation((state) => state.focusFinding);
  const ref = useRef<E>(null);
  const name = findingName(finding);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    return findingWalk.show({ name, element, isListed });
  }, [findingWalk, name, isListed]);
  return { ref, tabIndex: -1, "data-finding": name, onFocus: () => focusFinding(name) };
}
