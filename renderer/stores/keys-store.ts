import { createStore, type StoreApi } from "zustand/vanilla";
import type { KeyEntry, KeyView, Latchkey, Result } from "../../preload/contract.ts";

/** A key of the open profile with what is known about it. */
export type DescribedKey = KeyView &
  Pick<KeyEntry, "title" | "group" | "sensitive"> & {
    readonly description: string | null;
    /** False for keys that the catalogue does not have; profiles may hold any. */
    readonly known: boolean;
  };

export type KeysState = {
  /** Names and meanings of a key; one that nobody knows is called by its own name. */
  readonly describe: (key: KeyView) => DescribedKey;
  /** Asks main for the catalogue, which does not change while the app runs. */
  readonly load: () => Promise<Result<null>>;
};

export type KeysStore = StoreApi<KeysState>;

/** Holds what is known about the keys of profiles. Asked for once: an edit brings places and values only. */
export function createKeysStore(host: Latchkey): KeysStore {
  return createStore<KeysState>()((set) => ({
    describe: (key) => describeBy(new Map(), key),
    load: async () => {
      const answer = await host.call("keys.catalogue", {});
      if (!answer.ok) {
        return answer;
      }
      const entries = new Map(answer.value.map((entry) => [nameOf(entry.domain, entry.keyPath), entry]));
      set({ describe: (key) => describeBy(entries, key) });
      return { ok: true, value: null };
    },
  }));
}

function describeBy(entries: ReadonlyMap<string, KeyEntry>, key: KeyView): DescribedKey {
  const entry = entries.get(nameOf(key.payload.domain, key.keyPath));
  if (entry === undefined) {
    const title = String(key.path.at(-1) ?? key.keyPath);
    return { ...key, title, description: null, group: "Other", known: false, sensitive: key.secret === true };
  }
  const { title, description, group, sensitive } = entry;
  return { ...key, title, description, group, known: true, sensitive };
}

function nameOf(domain: string, keyPath: string): string {
  return `${domain} ${keyPath}`;
}
