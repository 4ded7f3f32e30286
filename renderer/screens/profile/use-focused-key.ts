import { type FocusEvent, useMemo, useState } from "react";
import { indexSource, linesOfKey, type SourceKey } from "./source-index.ts";

type FocusedKey = {
  readonly lines: { readonly first: number; readonly last: number } | null;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
};

/** Follows the focus through key rows (elements with `data-place`) and finds the key's lines in the source. */
export function useFocusedKey(source: string): FocusedKey {
  const entries = useMemo(() => indexSource(source), [source]);
  const [key, setKey] = useState<SourceKey | null>(null);
  return {
    lines: key === null ? null : linesOfKey(entries, key),
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
