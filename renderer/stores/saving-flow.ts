import type {
  Latchkey,
  OnDiskView,
  Problem,
  ProfileView,
  Result,
  SavedView,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade } from "./files.ts";

/** What a person is asked before changes could get lost. */
export type SavingQuestion =
  | {
      readonly about: "unsaved";
      readonly fileName: string;
      readonly isSigned: boolean;
      readonly unfit: number;
    }
  | { readonly about: "signature"; readonly fileName: string }
  | { readonly about: "disk"; readonly fileName: string; readonly disk: OnDiskView };

/** The answers in the order of their buttons; `cancel` changes nothing. */
export type SavingAnswer = "save" | "discard" | "cancel" | "mine" | "theirs";

export type SavingTools = {
  /** What main holds now: an answer can be here before the view that was sent ahead of it. */
  readonly view: () => Promise<ProfileView | null>;
  /** Stores what is typed in a field and was not stored yet, and resolves when main has every change. */
  readonly changesDone: () => Promise<void>;
  /** Fields that hold a text which does not fit, so that it is in no file. */
  readonly unfitFields: () => number;
  readonly deliver: Deliver;
};

/** What the flow tells the page. */
type Told = {
  readonly question: SavingQuestion | null;
  readonly isSettling: boolean;
  readonly problem: Problem | null;
  readonly saved: string | null;
};

/** The ways to a saved document, with the questions on them. */
export type SavingFlow = {
  /** @param isAskedBefore the person was told in another question that the signature ends */
  readonly save: (isAskedBefore: boolean) => Promise<boolean>;
  readonly saveAs: () => Promise<boolean>;
  readonly leave: () => Promise<boolean>;
  readonly answer: (answer: SavingAnswer) => void;
};

export function createSavingFlow(
  host: Latchkey,
  tools: SavingTools,
  set: (part: Partial<Told>) => void,
  told: (answer: Result<unknown>) => boolean,
): SavingFlow {
  let answerWith: (answer: SavingAnswer) => void = () => undefined;
  const ask = (question: SavingQuestion): Promise<SavingAnswer> => {
    set({ question });
    return new Promise((resolve) => {
      answerWith = (answer) => {
        set({ question: null });
        resolve(answer);
      };
    });
  };
  const take = async (answer: Result<SavedView | null>): Promise<boolean> => {
    if (!told(answer) || !answer.ok || answer.value === null) return answer.ok && isSaved(await tools.view());
    const problem = await deliverMade(host, answer.value, tools.deliver);
    set({ problem, saved: problem === null ? answer.value.fileName : null });
    return problem === null;
  };
  const onDiskChanged = async (fileName: string): Promise<boolean> => {
    const disk = await host.call("document.onDisk", {});
    if (!disk.ok) return told(disk);
    const choice = await ask({ about: "disk", fileName, disk: disk.value });
    if (choice === "mine") return take(await host.call("document.save", { over: true }));
    return choice === "theirs" && told(await host.call("document.revert", {}));
  };
  /** Everything that has to be so before bytes are written. */
  const isReady = async (isAskedBefore: boolean): Promise<ProfileView | null> => {
    await tools.changesDone();
    const view = await tools.view();
    if (view === null) return null;
    if (view.leftOut.length > 0) {
      set({ isSettling: true });
      return null;
    }
    const endsSignature = view.signature !== null && view.edited && !isAskedBefore;
    const { fileName } = view;
    return endsSignature && (await ask({ about: "signature", fileName })) !== "save" ? null : view;
  };
  const save = async (isAskedBefore: boolean): Promise<boolean> => {
    const view = await isReady(isAskedBefore);
    if (view === null) return false;
    const answer = await host.call("document.save", { over: false });
    const isChanged = !answer.ok && answer.problem.code === "file-changed-on-disk";
    return isChanged ? onDiskChanged(view.fileName) : take(answer);
  };
  const leave = async (): Promise<boolean> => {
    await tools.changesDone();
    const view = await tools.view();
    const unfit = tools.unfitFields();
    if (view === null || (!view.unsaved && unfit === 0)) return true;
    const { fileName, signature } = view;
    const choice = await ask({ about: "unsaved", fileName, isSigned: signature !== null, unfit });
    if (choice === "discard") return told(await host.call("document.discard", {}));
    return choice === "save" && save(true);
  };
  return {
    save,
    leave,
    saveAs: async () => (await isReady(false)) !== null && take(await host.call("document.saveAs", {})),
    answer: (answer) => answerWith(answer),
  };
}

/** Nothing was written because nothing had to be; else the person cancelled. */
function isSaved(view: ProfileView | null): boolean {
  return view !== null && !view.unsaved;
}
