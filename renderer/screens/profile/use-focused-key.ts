import { type FocusEvent, useState } from "react";
import type { SourceMap } from "../../../preload/contract.ts";
import { type Lines, linesOfKey, type SourceKey } from "./source-index.ts";

type FocusedKey = {
  readonly lines: Lines | null;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
};

/** Follows the focus through key rows (elements with `data-place`) and finds the key's lines in the source. */
export function useFocusedKey(map: SourceMap): FocusedKey {
  const [key, setKey] = useState<SourceKey | null>(null);
  return {
    lines: key === null ? null : linesOfKey(map, key),
    onFocus: (event) => {
      if (event.target.closest("[role=tabpanel]") === null) {
        // Reading the source keeps what is marked in it.
        return;
      }
      const place = event.target.closest<HTMLElement>("[data-place]")?.dataset["place"];
      setKey(place === undefined ? null : readPlace(place));
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
