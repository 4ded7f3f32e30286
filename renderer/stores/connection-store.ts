import { createStore, type StoreApi } from "zustand/vanilla";
import type { Latchkey } from "../../preload/contract.ts";

export type ConnectionState = {
  /** The app behind this page is gone: nothing that is typed or pressed is kept. */
  readonly isGone: boolean;
  /** It does not answer, for now or for good: what is typed or pressed has not reached it. */
  readonly isSilent: boolean;
};

export type ConnectionStore = StoreApi<ConnectionState>;

/** What becomes of the page with the app behind it. */
export type ConnectionNews = {
  /** Told when the app does not answer just now, and when it answers again. */
  readonly silence: (isSilent: boolean) => void;
  /** Told once, when it is gone. */
  readonly gone: () => void;
};

/** Holds whether there still is an app behind this page, and whether it answers. */
export function createConnectionStore(host: Latchkey, news: ConnectionNews): ConnectionStore {
  const store = createStore<ConnectionState>()(() => ({ isGone: false, isSilent: false }));
  host.onSilence?.((isSilent) => {
    if (store.getState().isGone) return;
    store.setState({ isSilent });
    news.silence(isSilent);
  });
  host.onGone?.(() => {
    store.setState({ isGone: true, isSilent: true });
    news.gone();
  });
  return store;
}
