import type { Finding, SourceMap, SourcePlace } from "../../../preload/contract.ts";
import type { LineFinding } from "../../features/source/code-editor.ts";

/** A key of a payload, as views name it. */
export type SourceKey = { readonly domain: string; readonly index: number; readonly keyPath: string };

/** Lines of a text, from 1, both in. */
export type Lines = { readonly first: number; readonly last: number };

/** The lines of a key, as the writer of the source says; null when it does not hold the key. */
export function linesOfKey({ place, settings }: SourceMap, key: SourceKey): Lines | null {
  const payload = settings.find(({ domain, index }) => domain === key.domain && index === key.index);
  // Of several layers the later one counts.
  for (const path of payload?.paths.toReversed() ?? []) {
    const layer = path.reduce<SourcePlace | null>(
      (at, step) => at?.inner?.find((inner) => inner.key === step) ?? null,
      place,
    );
    const found = layer === null ? null : placeUnder(layer, key.keyPath);
    if (found !== null) {
      return { first: found.first, last: found.last };
    }
  }
  return null;
}

/** A key may hold dots of its own, so every beginning of the path that is a key is tried. Positions are written `.1` or `[1]`. */
function placeUnder({ inner = [] }: SourcePlace, keyPath: string): SourcePlace | null {
  for (const place of inner) {
    const names = typeof place.key === "number" ? [`${place.key}`, `[${place.key}]`] : [place.key];
    for (const name of names) {
      if (keyPath === name) {
        return place;
      }
      const rest = keyPath.startsWith(name) ? keyPath.slice(name.length) : "";
      const found = /^[.[]/.test(rest) ? placeUnder(place, rest.replace(/^\./, "")) : null;
      if (found !== null) {
        return found;
      }
    }
  }
  return null;
}

/** The line where the settings of a domain begin; the first where that is near, so that the head of the file stays in sight. */
export function lineOfDomain({ place, settings }: SourceMap, domain: string | null): number | null {
  const path = settings.find((payload) => payload.domain === domain)?.paths.at(-1);
  const found = path?.reduce<SourcePlace | null>(
    (at, step) => at?.inner?.find((inner) => inner.key === step) ?? null,
    place,
  );
  return found == null ? null : found.first <= nearTheHead ? 1 : found.first;
}

const nearTheHead = 12;

/** The lines of the key that a finding is about. Of two payloads of one domain nobody says which it is about. */
export function linesOfFinding(map: SourceMap, { domain, keyPath }: Finding["where"]): Lines | null {
  if (domain === undefined || keyPath === undefined) return null;
  const isOne = map.settings.filter((payload) => payload.domain === domain).length === 1;
  return isOne ? linesOfKey(map, { domain, index: 0, keyPath }) : null;
}

/** Findings about keys that the source holds, each at the first line of its key. */
export function lineFindings(map: SourceMap, findings: readonly Finding[] | null): readonly LineFinding[] {
  return (findings ?? []).flatMap(({ where, severity, title, detail }) => {
    const lines = linesOfFinding(map, where);
    return lines === null ? [] : [{ line: lines.first, severity, text: `${title} ${detail}` }];
  });
}
