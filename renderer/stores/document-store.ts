import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  IdentityField,
  Latchkey,
  OfferedFile,
  Problem,
  ProfilePatch,
  ProfileView,
  Result,
} from "../../preload/contract.ts";
import { readableText, shownBytes } from "../text/file-text.ts";
import { reuse } from "../text/reuse.ts";
import { withFile } from "./files.ts";
import { isHostGone } from "./not-stored.ts";
import type { LeaveFor } from "./saving-store.ts";

/** A file that could not be opened: what the error page shows. The open document stays as it was. */
export type OpenFailure = {
  readonly fileName: string;
  /** Size in bytes; null when the host picked the file. */
  readonly bytes: number | null;
  readonly text: string | null;
  readonly problem: Problem;
};

export type DocumentState = {
  readonly view: ProfileView | null;
  readonly isOpening: boolean;
  readonly failure: OpenFailure | null;
  /** What went wrong with the last edit; shown until dismissed or the next edit. */
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly openFile: (file: File) => Promise<void>;
  readonly choose: () => Promise<void>;
  /** Opens one of the files that were open last. */
  readonly openRecent: (recent: { readonly id: string; readonly name: string }) => Promise<void>;
  /** Opens a file that the system has handed over. */
  readonly openOffered: (offered: OfferedFile) => Promise<void>;
  /** Returns whether the patch was applied. */
  readonly edit: (patch: ProfilePatch) => Promise<boolean>;
  /**
   * Stores an identity value in every domain that keeps it, or in one; an empty value removes it. Returns whether the file has it
   * now.
   */
  readonly editField: (field: IdentityField["id"], value: string, domain?: string | null) => Promise<boolean>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly receive: (view: ProfileView | null) => void;
  /** Shows why something that was dropped is not opened; what is open stays. */
  readonly refuse: (failure: OpenFailure) => void;
  readonly dismiss: () => void;
};

export type DocumentStore = StoreApi<DocumentState>;

/**
 * Holds the one open document as main describes it; every change goes to main and comes back as a new view.
 *
 * @param leaveFor asks what becomes of unsaved changes before another document takes the place of this one
 */
export function createDocumentStore(
  host: Latchkey,
  leaveFor: LeaveFor = (replace) => replace(),
): DocumentStore {
  return createStore<DocumentState>()((set, get) => {
    // The view of what was changed comes by `profile.changed`, in the order of the changes; answers may overtake each other.
    const take = (answer: Result<null>) => {
      set({ problem: answer.ok ? null : answer.problem });
    };
    /** Whether a document was opened; a host's dialog can be left without choosing one. */
    const takeOpened = (answer: Result<null>, file: Omit<OpenFailure, "problem">): boolean => {
      if (answer.ok) set({ isOpening: false, failure: null, problem: null });
      // Nothing is wrong with the file, and it may have been opened before the app went.
      else if (isHostGone(answer.problem)) set({ isOpening: false });
      else set({ isOpening: false, failure: { ...file, problem: answer.problem } });
      return answer.ok;
    };
    const openOffered = async ({ fileName, file }: OfferedFile) =>
      takeOpened(await host.call("profile.open", { file }), { fileName, bytes: null, text: null });
    return {
      view: null,
      isOpening: false,
      failure: null,
      problem: null,
      load: async () => {
        const answer = await host.call("profile.current", {});
        set(answer.ok ? { view: answer.value } : { problem: answer.problem });
      },
      openFile: async (file) => {
        await leaveFor(async () => {
          set({ isOpening: true });
          const answer = await withFile(host, file, (handle) => host.call("profile.open", { file: handle }));
          const text = answer.ok ? null : await textOf(file);
          return takeOpened(answer, { fileName: file.name, bytes: file.size, text });
        });
      },
      openOffered: async (offered) => {
        await leaveFor(() => openOffered(offered));
      },
      openRecent: async ({ id, name }) => {
        await leaveFor(async () =>
          takeOpened(await host.call("recents.open", { id }), { fileName: name, bytes: null, text: null }),
        );
      },
      choose: async () => {
        await leaveFor(async () => {
          set({ isOpening: true });
          const chosen = await host.call("profile.choose", {});
          if (!chosen.ok) return takeOpened(chosen, { fileName: "The chosen file", bytes: null, text: null });
          if (chosen.value !== null) return openOffered(chosen.value);
          set({ isOpening: false });
          return false;
        });
      },
      edit: async (patch) => {
        const answer = await host.call("profile.edit", { patch });
        take(answer);
        return answer.ok;
      },
      editField: async (field, value, domain = null) => {
        const answer = await host.call("profile.editField", { field, value, domain });
        take(answer);
        return answer.ok;
      },
      undo: async () => {
        if (get().view?.canUndo === true) {
          take(await host.call("profile.undo", {}));
        }
      },
      redo: async () => {
        if (get().view?.canRedo === true) {
          take(await host.call("profile.redo", {}));
        }
      },
      close: async () => {
        await leaveFor(async () => {
          const answer = await host.call("profile.close", {});
          set(answer.ok ? { view: null, failure: null, problem: null } : { problem: answer.problem });
          return answer.ok;
        });
      },
      // What an edit did not touch stays the same object, so that only what it touched is drawn again.
      receive: (view) =>
        set((state) => ({
          view: view === null ? null : { ...reuse(state.view, view) },
          // Another document has been opened since, by the system say, which does not ask the page.
          ...(view !== null && view.id !== state.view?.id ? { failure: null } : {}),
        })),
      refuse: (failure) =>
        set(isHostGone(failure.problem) ? { isOpening: false } : { failure, isOpening: false }),
      dismiss: () => set({ problem: null, failure: null }),
    };
  });
}

/** What can be shown of a file around the place that is wrong with it; null where it cannot be read any more. */
function textOf(file: File): Promise<string | null> {
  const head = file.slice(0, shownBytes).arrayBuffer();
  return head.then(
    (bytes) => readableText(new Uint8Array(bytes)),
    () => null,
  );
}
