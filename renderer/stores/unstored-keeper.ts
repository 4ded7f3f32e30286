import type { CallInput, Latchkey } from "../../preload/contract.ts";
import type { DocumentStore } from "./document-store.ts";
import type { FormStore } from "./form-store.ts";
import type { SourceStore } from "./source-store.ts";

/** How long nobody types before main is told. */
const pauseMs = 250;

/** Has main keep what stands on the page and is not in the document, so that a page that is loaded anew, and a draft, have it. */
export type UnstoredKeeper = {
  /** Another document is shown: what main has kept of it comes back to the page. */
  readonly documentShown: (id: string | null) => Promise<void>;
  /** Resolves when main knows how the page stands. */
  readonly flush: () => Promise<void>;
  /** Begins to follow what is typed; the returned function ends that. */
  readonly follow: () => () => void;
};

export function createUnstoredKeeper(
  host: Latchkey,
  stores: { readonly document: DocumentStore; readonly form: FormStore; readonly source: SourceStore },
): UnstoredKeeper {
  const { document, form, source } = stores;
  /** The document whose texts are on the page; null until main was asked. */
  let shown: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const standing = (id: string): CallInput<"document.keepUnstored"> => {
    const { typed, status } = source.getState();
    const version = document.getState().view?.sourceMap?.version ?? null;
    const isIn = typed === null || status === "taken" || version === null;
    return {
      document: id,
      fields: Object.values(form.getState().typed).map(({ field, text }) => ({ ...field, text })),
      source: isIn ? null : { text: typed, version },
    };
  };
  const flush = async (): Promise<void> => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    if (shown !== null) await host.call("document.keepUnstored", standing(shown));
  };
  const plan = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), pauseMs);
  };
  return {
    flush,
    documentShown: async (id) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      shown = null;
      if (id === null) return;
      const kept = await host.call("document.unstored", {});
      if (document.getState().view?.id !== id) return;
      shown = id;
      if (kept.ok && kept.value?.document === id) {
        const { fields, source: text } = kept.value.texts;
        for (const { text: typed, ...field } of fields) form.getState().type(field, typed, null);
        if (text !== null) source.getState().type(text);
      }
      plan();
    },
    follow: () => {
      const endings = [
        form.subscribe((state, before) => {
          if (state.typed !== before.typed) plan();
        }),
        source.subscribe((state, before) => {
          if (state.typed !== before.typed || state.status !== before.status) plan();
        }),
      ];
      return () => {
        for (const end of endings) end();
        if (timer !== null) clearTimeout(timer);
        timer = null;
      };
    },
  };
}
