import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  IdentityField,
  Latchkey,
  Problem,
  ProfilePatch,
  ProfileView,
  Result,
} from "../../preload/contract.ts";
import { toBase64 } from "../text/base64.ts";
import { readableText } from "../text/file-text.ts";

/** A file that could not be opened: what the error page shows. The open document stays as it was. */
export type OpenFailure = {
  readonly fileName: string;
  /** Size in bytes; null when the host picked the file. */
  readonly bytes: number | null;
  readonly text: string | null;
  readonly problem: Problem;
};

/** As in main, which would refuse it too: asked here so that a huge file is not read into the page first. */
const largestProfile = 16 * 1024 * 1024;

export type DocumentState = {
  readonly view: ProfileView | null;
  readonly isOpening: boolean;
  readonly failure: OpenFailure | null;
  /** What went wrong with the last edit; shown until dismissed or the next edit. */
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly openFile: (file: File) => Promise<void>;
  readonly choose: () => Promise<void>;
  /** Returns whether the patch was applied. */
  readonly edit: (patch: ProfilePatch) => Promise<boolean>;
  /** Stores an identity value in every domain that keeps it; an empty value removes it. */
  readonly editField: (field: IdentityField["id"], value: string) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly receive: (view: ProfileView | null) => void;
  readonly dismiss: () => void;
};

export type DocumentStore = StoreApi<DocumentState>;

/** Holds the one open document as main describes it; every change goes to main and comes back as a new view. */
export function createDocumentStore(host: Latchkey): DocumentStore {
  return createStore<DocumentState>()((set, get) => {
    // The view of what was changed comes by `profile.changed`, in the order of the changes; answers may overtake each other.
    const take = (answer: Result<null>) => {
      set({ problem: answer.ok ? null : answer.problem });
    };
    const takeOpened = (answer: Result<boolean>, file: Omit<OpenFailure, "problem">) => {
      if (!answer.ok) {
        set({ isOpening: false, failure: { ...file, problem: answer.problem } });
        return;
      }
      set({ isOpening: false, ...(answer.value ? { failure: null, problem: null } : {}) });
    };
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
        if (file.size > largestProfile) {
          set({
            failure: { fileName: file.name, bytes: file.size, text: null, problem: tooLarge(file.size) },
          });
          return;
        }
        set({ isOpening: true });
        const bytes = new Uint8Array(await file.arrayBuffer());
        const answer = await host.call("profile.open", { name: file.name, data: toBase64(bytes) });
        takeOpened(answer.ok ? { ok: true, value: true } : answer, {
          fileName: file.name,
          bytes: bytes.length,
          text: answer.ok ? null : readableText(bytes),
        });
      },
      choose: async () => {
        set({ isOpening: true });
        takeOpened(await host.call("profile.choose", {}), {
          fileName: "The chosen file",
          bytes: null,
          text: null,
        });
      },
      edit: async (patch) => {
        const answer = await host.call("profile.edit", { patch });
        take(answer);
        return answer.ok;
      },
      editField: async (field, value) =>
        take(await host.call("profile.editField", { field, value, domain: null })),
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
        const answer = await host.call("profile.close", {});
        set(answer.ok ? { view: null, failure: null, problem: null } : { problem: answer.problem });
      },
      receive: (view) => set({ view }),
      dismiss: () => set({ problem: null, failure: null }),
    };
  });
}

function tooLarge(size: number): Problem {
  return {
    code: "profile-too-large",
    title: "This file is too large to be a profile.",
    detail: `It has ${Math.round(size / 1024 / 1024)} MB; the limit is ${largestProfile / 1024 / 1024} MB.`,
    fix: "Choose the profile itself, a .mobileconfig or .plist file.",
  };
}
