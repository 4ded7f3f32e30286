import type { PlistValue } from "../plist/value.ts";
import type { ProfileDocument } from "./document.ts";
import { keyPathBelow } from "./key-path.ts";
import type { KeyPath } from "./patch.ts";
import { listPayloads } from "./payloads.ts";

/** Where a value of a document stands. */
export type DocumentPlace = {
  /** From the root of the document. */
  readonly path: KeyPath;
  /** Preference domain, else the type of the payload; null for keys of the profile itself. */
  readonly domain: string | null;
  /** Dotted path inside the settings. */
  readonly keyPath: string;
};

/**
 * Goes through every value below the root, in the order of the document: settings of all payloads and layers, and what stands around
 * them. What `visit` gives back takes the place of a value; null leaves it and goes into it. Unchanged parts are shared.
 */
export function replaceValues(
  document: ProfileDocument,
  visit: (value: PlistValue, place: DocumentPlace) => PlistValue | null,
): ProfileDocument {
  const domains = new Map(
    listPayloads(document).flatMap(({ domain, type, layers }) =>
      layers.map(({ path }) => [JSON.stringify(path), domain ?? type] as const),
    ),
  );
  const below = (value: PlistValue, at: DocumentPlace): PlistValue => {
    const child = (step: string | number, inner: PlistValue): PlistValue => {
      const path = [...at.path, step];
      // Settings are always a dictionary: most values need not be looked up.
      const own = inner.kind === "dict" ? domains.get(JSON.stringify(path)) : undefined;
      const place =
        own === undefined
          ? { path, domain: at.domain, keyPath: keyPathBelow(at.keyPath, step) }
          : { path, domain: own, keyPath: "" };
      return visit(inner, place) ?? below(inner, place);
    };
    if (value.kind === "dict") {
      const entries = [...value.entries].map(([key, inner]) => [key, child(key, inner)] as const);
      return entries.every(([key, inner]) => inner === value.entries.get(key))
        ? value
        : { kind: "dict", entries: new Map(entries) };
    }
    if (value.kind !== "array") return value;
    const items = value.items.map((inner, index) => child(index, inner));
    return items.every((inner, index) => inner === value.items[index]) ? value : { kind: "array", items };
  };
  const root = below(document.root, { path: [], domain: domains.get("[]") ?? null, keyPath: "" });
  return root === document.root || root.kind !== "dict" ? document : { ...document, root };
}
