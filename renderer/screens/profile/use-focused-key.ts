import { type FocusEvent, useMemo, useState } from "react";
import type { SourceMap } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";
import { type Lines, linesOfKey, type SourceKey } from "./source-index.ts";
import type { ShownError } from "./use-first-error.ts";

type FocusedKey = {
  readonly lines: Lines | null;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
};

/**
 * Follows the focus through key rows (elements with `data-place`) and finds the key's lines in the source. With another tab the key
 * is out of sight, and marked no longer. Until something in the tab has the focus, the key that the app brought into sight counts.
 */
export function useFocusedKey(map: SourceMap, tab: TabId, shown: ShownError | null): FocusedKey {
  const [focused, setFocused] = useState<{ readonly key: SourceKey | null; readonly tab: TabId } | null>(
    null,
  );
  const lines = useMemo(() => {
    const first = shown?.tab === tab ? readPlace(shown.place) : null;
    const key = focused?.tab === tab ? focused.key : first;
    return key === null ? null : linesOfKey(map, key);
  }, [focused, map, tab, shown]);
  return {
    lines,
    onFocus: (event) => {
      if (event.target.closest("[role=tabpanel]") === null) {
        // Reading the source keeps what is marked in it.
        return;
      }
      const place = event.target.closest<HTMLElement>("[data-place]")?.dataset["place"];
      setFocused({ key: place === undefined ? null : readPlace(place), tab });
    },
  };
}

/** How a row names its place for {@link useFocusedKey}. */
export function writePlace({ domain, index, keyPath }: SourceKey): string {
  return `${domain} ${index} ${keyPath}`;
}

function readPlace(place: string): SourceKey | null {
  const [domain, index, ...keyPath] = place.split(" ");
  return domain === undefined || index === undefined
    ? null
    : { domain, index: Number(index), keyPath: keyPath.join(" ") };
}
