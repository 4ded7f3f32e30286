import { createStore, type StoreApi } from "zustand/vanilla";
import { bringInto } from "../../preload/contract/merge-lines.ts";
import type { Latchkey, Problem, ProfileView, SourceTaken } from "../../preload/contract.ts";
import type { DocumentStore } from "./document-store.ts";
import { notStored } from "./not-stored.ts";

/** How long nobody types before main is told. */
const pauseMs = 700;

/**
 * `same`: the source as main has written it. `typing`: main has not heard of it. `wrong`: main has said what is wrong with it.
 * `taken`: main has it, and it still stands there as it was typed, because somebody is in it.
 */
export type SourceStatus = "same" | "typing" | "wrong" | "taken";

export type SourceState = {
  /** What was typed; null where the source is shown as main has written it. */
  readonly typed: string | null;
  readonly status: SourceStatus;
  /** What is wrong with what was typed last. The form shows the last profile without it. */
  readonly problem: Problem | null;
  readonly notices: readonly Problem[];
  readonly type: (text: string) => void;
  /** Nobody is in the editor any more: what was typed goes to main, and what main has is shown as it writes it. */
  readonly leave: () => Promise<void>;
  /** Throws away what was typed and is not in the profile. */
  readonly discard: () => void;
  /** The app behind the page is gone: what is typed says that the profile does not have it. */
  readonly hostGone: () => void;
};

export type SourceStore = StoreApi<SourceState>;

type Written = {
  /** The document that it is of. */
  readonly document: string | null;
  readonly source: string;
  readonly version: string | null;
  /** Why there is no source. */
  readonly problem: Problem | null;
};

const nothingTyped = { typed: null, status: "same", problem: null, notices: [] } as const;

/** Holds a source that is being typed, on whatever screen the person is; main decides what it means. */
export function createSourceStore(host: Latchkey, document: DocumentStore): SourceStore {
  /** What was typed over. */
  let base: Written = writtenOf(document.getState().view);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | null = null;
  /** What main has told while it was asked. */
  const told = createHolder<ProfileView>();
  let refused: string | null = null;

  const store = createStore<SourceState>()((set, get) => ({
    ...nothingTyped,
    type: (text) => {
      // While main has another text, it has to hear of this one, whatever was there before.
      if (sending === null && text === base.source) return end(nothingTyped);
      set({ typed: text, status: "typing" });
      plan();
    },
    leave: async () => {
      await commit();
      if (get().status === "taken") {
        set({ ...nothingTyped, notices: get().notices });
      }
    },
    discard: () => end(nothingTyped),
    hostGone: () => end(withoutMain(get())),
  }));
  const { getState: get, setState: set } = store;

  const end = (state: Partial<SourceState>) => {
    clearTimeout(timer);
    set(state);
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void commit(), pauseMs);
  };
  const commit = async (): Promise<void> => {
    clearTimeout(timer);
    // Several may wait: whoever comes first sends what is typed, and the others wait for that as well.
    while (sending !== null) await sending;
    const { typed, status } = get();
    if (typed === null || status === "taken") return;
    if (base.version === null) return set(wrong(base.problem ?? notAsText));
    // What was refused is refused again, as long as it is typed over the same profile.
    if (status === "wrong" && refused === typed + base.version) return;
    sending = send(typed, base.version).finally(() => {
      sending = null;
    });
    await sending;
  };
  const send = async (text: string, version: string): Promise<void> => {
    told.take();
    const answer = await host.call("profile.editSource", { text, version });
    const latest = told.take();
    if (latest !== null && latest.id !== base.document) {
      // Another document has come meanwhile: what was typed is none of it.
      bring(latest);
    } else if (answer.ok) {
      take(text, answer.value, latest);
    } else {
      if (latest !== null) bring(latest);
      refused = text + version;
      if (answer.problem.code === "source-outdated" && latest !== null) plan();
      else if (get().typed === text) set(wrong(answer.problem));
    }
  };
  const take = (text: string, { version, notices }: SourceTaken, latest: ProfileView | null) => {
    const { typed } = get();
    base = latest === null ? { ...base, version } : writtenOf(latest);
    // Somebody else has changed the profile after that.
    const isOurs = latest === null || base.version === version;
    if (typed !== null && typed !== text) {
      set({ typed: isOurs ? typed : bringInto(text, typed, base.source), status: "typing", problem: null });
      plan();
    } else if (isOurs && text !== base.source) {
      set({ status: "taken", problem: null, notices });
    } else {
      set({ ...nothingTyped, notices });
    }
  };
  /** The profile has changed elsewhere: what is typed keeps its lines, and the others follow. */
  const bring = (view: ProfileView | null) => {
    const { typed, status } = get();
    const next = writtenOf(view);
    const isOther = next.document !== base.document;
    if (typed !== null && status !== "taken" && !isOther) {
      set({ typed: bringInto(base.source, typed, next.source) });
      plan();
    } else if (typed !== null || next.source !== base.source) {
      end(nothingTyped);
    }
    base = next;
  };
  document.subscribe(({ view }, before) => {
    if (view === before.view) return;
    if (sending === null) bring(view);
    else told.put(view);
  });
  return store;
}

/** Holds the last of what came, until somebody takes it. */
function createHolder<T>(): { readonly put: (value: T | null) => void; readonly take: () => T | null } {
  let held: T | null = null;
  return {
    put: (value) => {
      held = value;
    },
    take: () => {
      const taken = held;
      held = null;
      return taken;
    },
  };
}

function writtenOf(view: ProfileView | null): Written {
  return {
    document: view?.id ?? null,
    source: view?.source ?? "",
    version: view?.sourceMap?.version ?? null,
    problem: view?.sourceMap?.problem ?? null,
  };
}

function wrong(problem: Problem): Pick<SourceState, "status" | "problem" | "notices"> {
  return { status: "wrong", problem: problem.code === notStored.code ? notStored : problem, notices: [] };
}

/** Main is gone: what it has not taken it will not take. */
function withoutMain({ typed, status }: SourceState): Partial<SourceState> {
  return typed === null || status === "taken" ? {} : wrong(notStored);
}

const notAsText: Problem = {
  code: "source-too-large",
  title: "What was typed in the source is not in the profile.",
  detail: "The profile has become too large to be edited as text.",
  fix: "Change it in the form, or drop what was typed.",
};
