import type { CallInput, Latchkey, UnstoredField } from "../../preload/contract.ts";
import type { DocumentStore } from "./document-store.ts";
import type { FormStore, TypedText } from "./form-store.ts";
import type { SourceStore } from "./source-store.ts";

/** How long nobody types before main is told. */
const pauseMs = 250;

/** Has main keep what stands on the page and is not in the document, so that a page that is loaded anew, and a draft, have it. */
export type UnstoredKeeper = {
  /** Another document is shown: what main has kept of it comes back to the page. */
  readonly documentShown: (id: string | null) => void;
  /** Resolves when main knows how the page stands. */
  readonly flush: () => Promise<void>;
  /** Begins to follow what is typed; the returned function ends that. */
  readonly follow: () => () => void;
};

function fieldToKeep({ field, text }: TypedText): UnstoredField {
  const { payload, path, type, label, takesAnyText, shared } = field;
  const kept = { payload, path, type, label: label.slice(0, longestLabel), takesAnyText, text };
  return shared === undefined ? kept : { ...kept, shared };
}

const longestLabel = 4096;

export function createUnstoredKeeper(
  host: Latchkey,
  stores: { readonly document: DocumentStore; readonly form: FormStore; readonly source: SourceStore },
): UnstoredKeeper {
  const { document, form, source } = stores;
  /** The document whose texts are on the page; null until main was asked. */
  let shown: string | null = null;
  let loading: Promise<void> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const standing = (id: string): CallInput<"document.keepUnstored"> => {
    const { typed, status } = source.getState();
    const version = document.getState().view?.sourceMap?.version ?? null;
    const isIn = typed === null || status === "taken" || version === null;
    return {
      document: id,
      fields: Object.values(form.getState().typed).map(fieldToKeep),
      source: isIn ? null : { text: typed, version },
    };
  };
  const flush = async (): Promise<void> => {
    await loading;
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    if (shown !== null) await host.call("document.keepUnstored", standing(shown));
  };
  const plan = () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), pauseMs);
  };
  const load = async (id: string): Promise<void> => {
    const kept = await host.call("document.unstored", {});
    if (document.getState().view?.id !== id) return;
    shown = id;
    if (kept.ok && kept.value?.document === id) {
      const { fields, source: text } = kept.value.texts;
      for (const { text: typed, ...field } of fields) form.getState().type(field, typed, null);
      if (text !== null) source.getState().type(text);
    }
    plan();
  };
  return {
    flush,
    documentShown: (id) => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      shown = null;
      if (id !== null) loading = load(id);
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
