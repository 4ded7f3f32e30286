import type { Latchkey } from "../../preload/contract.ts";
import { createDocumentStore, type DocumentStore } from "./document-store.ts";
import { createExportStore, type ExportStore } from "./export-store.ts";
import { createNavigationStore, type NavigationStore } from "./navigation-store.ts";
import { createPracticeStore, type PracticeStore } from "./practice-store.ts";
import { createRunStore, type RunStore } from "./run-store.ts";

export type Stores = {
  readonly document: DocumentStore;
  readonly practice: PracticeStore;
  readonly runs: RunStore;
  readonly exports: ExportStore;
  readonly navigation: NavigationStore;
};

/** Builds the stores of one page. */
export function createStores(host: Latchkey): Stores {
  return {
    document: createDocumentStore(host),
    practice: createPracticeStore(host),
    runs: createRunStore(host, { date: () => new Date(), elapsed: () => performance.now() }),
    exports: createExportStore(host),
    navigation: createNavigationStore(),
  };
}

/** Brings main's events into the stores; the returned function ends that. */
export function connectStores(host: Latchkey, stores: Stores): () => void {
  const runs = stores.runs.getState();
  const endings = [
    host.on("profile.changed", (view) => {
      stores.document.getState().receive(view);
      stores.exports.getState().outdate();
    }),
    host.on("practice.changed", (status) => {
      stores.practice.getState().receive(status);
      runs.loadTarget();
    }),
    host.on("test.step", runs.receiveStep),
    host.on("test.signIn", runs.receiveSignIn),
    host.on("test.finished", runs.receiveResult),
    // Every edit may move the place that tests go to; another file also ends the history of the one before.
    stores.document.subscribe((state, before) => {
      if (state.view === before.view) {
        return;
      }
      stores.exports.getState().outdate();
      if (state.view?.fileName !== before.view?.fileName) {
        runs.forget();
      }
      if (state.view !== null) {
        runs.loadTarget();
      }
    }),
  ];
  return () => {
    for (const end of endings) end();
  };
}
