import { createStore, type StoreApi } from "zustand/vanilla";
import type { KeyEntry, Latchkey, Result } from "../../preload/contract.ts";

/** What is known about keys, to look things up in. */
export type KeyCatalogue = {
  /** In the order of the catalogue. */
  readonly entries: readonly KeyEntry[];
  /** What is known about a key; positions in lists may stand as `[2]`. Null for one that the catalogue does not have. */
  readonly find: (domain: string, keyPath: string) => KeyEntry | null;
  /** What may stand in a dictionary, or in each dictionary of a list. */
  readonly childrenOf: (domain: string, keyPath: string) => readonly KeyEntry[];
};

export type KeysState = {
  readonly catalogue: KeyCatalogue;
  /** Asks main for the catalogue, which does not change while the app runs. */
  readonly load: () => Promise<Result<null>>;
};

export type KeysStore = StoreApi<KeysState>;

/** Holds what is known about the keys of profiles. Asked for once: an edit brings places and values only. */
export function createKeysStore(host: Latchkey): KeysStore {
  return createStore<KeysState>()((set) => ({
    catalogue: createCatalogue([]),
    load: async () => {
      const answer = await host.call("keys.catalogue", {});
      if (!answer.ok) {
        return answer;
      }
      set({ catalogue: createCatalogue(answer.value) });
      return { ok: true, value: null };
    },
  }));
}

/** The catalogue of these entries. */
export function createCatalogue(entries: readonly KeyEntry[]): KeyCatalogue {
  const byPlace = new Map(entries.map((entry) => [nameOf(entry.domain, entry.keyPath), entry]));
  const byParent = new Map<string, KeyEntry[]>();
  for (const entry of entries) {
    const parent = nameOf(entry.domain, parentOf(entry.keyPath));
    byParent.set(parent, [...(byParent.get(parent) ?? []), entry]);
  }
  return {
    entries,
    find: (domain, keyPath) => byPlace.get(nameOf(domain, withoutPositions(keyPath))) ?? null,
    childrenOf: (domain, keyPath) =>
      byParent.get(nameOf(domain, withoutPositions(keyPath).replace(/\[\]$/, ""))) ?? [],
  };
}

/** The last word of a key's path, as it stands in its dictionary. */
export function lastName(keyPath: string): string {
  return keyPath.slice(keyPath.lastIndexOf(".") + 1);
}

/** `Actions` for `Actions[].Name`; empty for a key at the top. */
export function parentOf(keyPath: string): string {
  const dot = keyPath.lastIndexOf(".");
  return dot === -1 ? "" : keyPath.slice(0, dot).replace(/\[\]$/, "");
}

function withoutPositions(keyPath: string): string {
  return keyPath.replace(/\[\d+\]/g, "[]");
}

function nameOf(domain: string, keyPath: string): string {
  return `${domain} ${keyPath}`;
}
