import { createStore, type StoreApi } from "zustand/vanilla";
import type { CallInput, DraftsView, Latchkey, Problem, Result } from "../../preload/contract.ts";
import { withFile } from "./files.ts";
import { createSavingFlow, type SavingAnswer, type SavingQuestion, type SavingTools } from "./saving-flow.ts";

export type SavingState = {
  readonly question: SavingQuestion | null;
  /** The list of values that a draft had left out is open. */
  readonly isSettling: boolean;
  readonly problem: Problem | null;
  /** Name of the file that was saved last, until something else happens. */
  readonly saved: string | null;
  readonly drafts: DraftsView;
  /** Whether the document is saved then. */
  readonly save: () => Promise<boolean>;
  readonly saveAs: () => Promise<boolean>;
  readonly duplicate: () => Promise<void>;
  readonly revert: () => Promise<void>;
  /** Asks what becomes of unsaved changes; false where the document has to stay. */
  readonly mayLeave: () => Promise<boolean>;
  readonly answer: (answer: SavingAnswer) => void;
  readonly loadDrafts: () => Promise<void>;
  readonly restore: (id: string) => Promise<void>;
  readonly forgetDraft: (id: string | null) => Promise<void>;
  readonly showLeftOut: (isOpen: boolean) => void;
  /** Returns whether the value is settled. */
  readonly settle: (input: CallInput<"document.settle">) => Promise<boolean>;
  /** Takes every value that is missing from a file that the person picked. */
  readonly settleFrom: (file: File) => Promise<boolean>;
  readonly receiveDrafts: (drafts: DraftsView) => void;
  readonly dismiss: () => void;
};

export type SavingStore = StoreApi<SavingState>;

const none: DraftsView = { drafts: [], problems: [], notKept: null };

/** Saving, and every question and offer that keeps changes from getting lost. */
export function createSavingStore(host: Latchkey, tools: SavingTools): SavingStore {
  let leaving: Promise<boolean> | null = null;
  return createStore<SavingState>()((set, get) => {
    const told = (answer: Result<unknown>): boolean => {
      set({ problem: answer.ok ? null : answer.problem, saved: null });
      return answer.ok;
    };
    const flow = createSavingFlow(host, tools, set, told);
    return {
      question: null,
      isSettling: false,
      problem: null,
      saved: null,
      drafts: none,
      save: () => flow.save(false),
      saveAs: flow.saveAs,
      duplicate: async () => {
        await tools.changesDone();
        told(await host.call("document.duplicate", {}));
      },
      revert: async () => {
        await tools.changesDone();
        told(await host.call("document.revert", {}));
      },
      mayLeave: () => {
        leaving ??= flow.leave().finally(() => {
          leaving = null;
        });
        return leaving;
      },
      answer: flow.answer,
      loadDrafts: async () => {
        const drafts = await host.call("drafts.list", {});
        set(drafts.ok ? { drafts: drafts.value ?? none } : { problem: drafts.problem });
      },
      restore: async (id) => {
        if (await get().mayLeave()) {
          told(await host.call("drafts.restore", { id }));
        }
      },
      forgetDraft: async (id) => {
        told(await host.call("drafts.forget", { id }));
      },
      showLeftOut: (isSettling) => set({ isSettling, problem: null }),
      settle: async (input) => told(await host.call("document.settle", input)),
      settleFrom: async (file) =>
        told(
          await withFile(host, file, (handle) =>
            host.call("document.settle", { how: "file", path: null, file: handle }),
          ),
        ),
      receiveDrafts: (drafts) => set({ drafts }),
      dismiss: () => set({ problem: null, saved: null }),
    };
  });
}
