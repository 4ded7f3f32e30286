import { type FocusEvent, useMemo, useState } from "react";
import type { SourceMap } from "../../../preload/contract.ts";
import type { TabId } from "../../stores/navigation-store.ts";
import { type Lines, linesOfKey, type SourceKey } from "./source-index.ts";

type FocusedKey = {
  readonly lines: Lines | null;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
};

/**
 * Follows the focus through key rows (elements with `data-place`) and finds the key's lines in the source. With another tab the key
 * is out of sight, and marked no longer.
 */
export function useFocusedKey(map: SourceMap, tab: TabId): FocusedKey {
  const [focused, setFocused] = useState<{ readonly key: SourceKey; readonly tab: TabId } | null>(null);
  const lines = useMemo(
    () => (focused === null || focused.tab !== tab ? null : linesOfKey(map, focused.key)),
    [focused, map, tab],
  );
  return {
    lines,
    onFocus: (event) => {
      if (event.target.closest("[role=tabpanel]") === null) {
        // Reading the source keeps what is marked in it.
        return;
      }
      const place = event.target.closest<HTMLElement>("[data-place]")?.dataset["place"];
      const key = place === undefined ? null : readPlace(place);
      setFocused(key === null ? null : { key, tab });
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
