import { createStore, type StoreApi } from "zustand/vanilla";
import type { CallInput, DraftsView, Latchkey, Problem, Result } from "../../preload/contract.ts";
import { withFile } from "./files.ts";
import {
  createSavingFlow,
  type Leave,
  type SavingAnswer,
  type SavingQuestion,
  type SavingTools,
  wouldLose,
} from "./saving-flow.ts";

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
  readonly leaveFor: LeaveFor;
  /** Whether something would be lost now if the page went away: changes, or a text that is in no file. */
  readonly wouldLose: () => boolean;
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

/**
 * Asks what becomes of unsaved changes, and where they may go, has something else take their place. Changes that were discarded are
 * thrown away when that is there, and not where it was cancelled or failed.
 *
 * @param replace whether something else is in the place of the document then
 * @returns the same; false where the document had to stay
 */
export type LeaveFor = (replace: () => Promise<boolean>) => Promise<boolean>;

export type SavingStore = StoreApi<SavingState>;

const none: DraftsView = { drafts: [], problems: [], notKept: null };

/** Saving, and every question and offer that keeps changes from getting lost. */
export function createSavingStore(host: Latchkey, tools: SavingTools): SavingStore {
  let leaving: Promise<Leave> | null = null;
  /** Draft of the document that is just being thrown away: it is no offer any more. */
  let discarded: string | null = null;
  const offered = (drafts: DraftsView): DraftsView => ({
    ...drafts,
    drafts: drafts.drafts.filter(({ id }) => id !== discarded),
  });
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
      save: flow.save,
      saveAs: flow.saveAs,
      duplicate: async () => {
        await tools.changesDone();
        told(await host.call("document.duplicate", {}));
      },
      revert: async () => {
        await tools.changesDone();
        told(await host.call("document.revert", {}));
      },
      leaveFor: async (replace) => {
        leaving ??= flow.leave().finally(() => {
          leaving = null;
        });
        const leave = await leaving;
        if (!leave.isFree) return false;
        discarded = leave.discarded;
        try {
          const isReplaced = await replace();
          if (isReplaced && leave.discarded !== null) {
            told(await host.call("document.discard", { document: leave.discarded }));
          }
          return isReplaced;
        } finally {
          discarded = null;
        }
      },
      wouldLose: () => tools.isChanging() || wouldLose(tools.shown(), tools.unstored()),
      answer: flow.answer,
      loadDrafts: async () => {
        const drafts = await host.call("drafts.list", {});
        set(drafts.ok ? { drafts: offered(drafts.value ?? none) } : { problem: drafts.problem });
      },
      restore: async (id) => {
        await get().leaveFor(async () => told(await host.call("drafts.restore", { id })));
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
      receiveDrafts: (drafts) => set({ drafts: offered(drafts) }),
      dismiss: () => set({ problem: null, saved: null }),
    };
  });
}
