import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey } from "../../preload/contract.ts";

export type ConnectionState = {
  /** The app behind this page is gone: nothing that is typed or pressed is kept. */
  readonly isGone: boolean;
};

export type ConnectionStore = StoreApi<ConnectionState>;

/**
 * Holds whether there still is an app behind this page.
 *
 * @param onGone called once, when it is gone
 */
export function createConnectionStore(host: Latchkey, onGone: () => void): ConnectionStore {
  const store = createStore<ConnectionState>()(() => ({ isGone: false }));
  host.onGone?.(() => {
    store.setState({ isGone: true });
    onGone();
  });
  return store;
}
