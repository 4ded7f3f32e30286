import type {
  Latchkey,
  OnDiskView,
  Problem,
  ProfileView,
  Result,
  SavedView,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade } from "./files.ts";

/** What stands on the page and is in no file, because it does not fit. */
export type Unstored = {
  /** How many fields hold such a text. */
  readonly fields: number;
  /** Whether the source is such a text. */
  readonly source: boolean;
};

/** What a person is asked before changes could get lost. */
export type SavingQuestion =
  | {
      readonly about: "unsaved";
      readonly fileName: string;
      readonly isSigned: boolean;
      readonly unstored: Unstored;
    }
  | { readonly about: "signature"; readonly fileName: string; readonly isEdited: boolean }
  | { readonly about: "disk"; readonly fileName: string; readonly disk: OnDiskView };

/** The answers in the order of their buttons; `cancel` changes nothing. */
export type SavingAnswer = "save" | "discard" | "cancel" | "mine" | "theirs";

export type SavingTools = {
  /** What main holds now: an answer can be here before the view that was sent ahead of it. */
  readonly view: () => Promise<ProfileView | null>;
  /** Stores what is typed in a field and was not stored yet, and resolves when main has every change. */
  readonly changesDone: () => Promise<void>;
  /** What main has told last. */
  readonly shown: () => ProfileView | null;
  /** Whether a change is on its way to main. */
  readonly isChanging: () => boolean;
  readonly unstored: () => Unstored;
  readonly deliver: Deliver;
};

/** What the flow tells the page. */
type Told = {
  readonly question: SavingQuestion | null;
  readonly isSettling: boolean;
  readonly problem: Problem | null;
  readonly saved: string | null;
};

/** Whether the document may be left, and whether without its changes: then by its id. */
export type Leave = { readonly isFree: boolean; readonly discarded: string | null };

/** The ways to a saved document, with the questions on them. */
export type SavingFlow = {
  readonly save: () => Promise<boolean>;
  readonly saveAs: () => Promise<boolean>;
  readonly leave: () => Promise<Leave>;
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
    return new Promise((resolve) => {
      answerWith = (answer) => {
        answerWith = () => undefined;
        set({ question: null });
        resolve(answer);
      };
      set({ question });
    });
  };
  const take = async (answer: Result<SavedView | null>): Promise<boolean> => {
    if (!told(answer) || !answer.ok || answer.value === null) return answer.ok && isSaved(await tools.view());
    const problem = await deliverMade(host, answer.value, tools.deliver);
    set({ problem: problem ?? answer.value.lost, saved: problem === null ? answer.value.fileName : null });
    return problem === null;
  };
  const onDiskChanged = async (fileName: string): Promise<boolean> => {
    const disk = await host.call("document.onDisk", {});
    if (!disk.ok) return told(disk);
    const choice = await ask({ about: "disk", fileName, disk: disk.value });
    if (choice === "mine") return take(await host.call("document.save", { over: true }));
    return choice === "theirs" && told(await host.call("document.revert", {}));
  };
  /**
   * Everything that has to be so before bytes are written.
   *
   * @param isWritten whether anything is
   * @param isAskedBefore the person was told in another question that the signature ends
   */
  const isReady = async (
    isWritten: (view: ProfileView) => boolean,
    isAskedBefore = false,
  ): Promise<ProfileView | null> => {
    await tools.changesDone();
    const view = await tools.view();
    if (view === null) return null;
    if (view.leftOut.length > 0) {
      set({ isSettling: true });
      return null;
    }
    if (isAskedBefore || !view.isFileSigned || !isWritten(view)) return view;
    const { fileName, edited } = view;
    return (await ask({ about: "signature", fileName, isEdited: edited })) === "save" ? view : null;
  };
  const write = async (isAskedBefore: boolean): Promise<boolean> => {
    // What has no place is handed over as a copy, changed or not.
    const view = await isReady(({ edited, hasPlace }) => edited || !hasPlace, isAskedBefore);
    if (view === null) return false;
    const answer = await host.call("document.save", { over: false });
    const isChanged = !answer.ok && answer.problem.code === "file-changed-on-disk";
    return isChanged ? onDiskChanged(view.fileName) : take(answer);
  };
  const leave = async (): Promise<Leave> => {
    await tools.changesDone();
    const view = await tools.view();
    const unstored = tools.unstored();
    if (view === null || !wouldLose(view, unstored)) return { isFree: true, discarded: null };
    const { id, fileName, isFileSigned: isSigned } = view;
    const choice = await ask({ about: "unsaved", fileName, isSigned, unstored });
    if (choice === "discard") return { isFree: true, discarded: id };
    const isFree = choice === "save" && (await write(true));
    // What did not fit is in no file, and the person has left it: so it is no offer for the next start.
    return { isFree, discarded: isFree && !isAllStored(unstored) ? id : null };
  };
  // A person is asked one question at a time: what comes meanwhile, a window that closes say, waits, and looks at the document then.
  const inTurn = turns();
  return {
    save: () => inTurn(() => write(false)),
    leave: () => inTurn(leave),
    saveAs: () =>
      inTurn(
        async () => (await isReady(() => true)) !== null && take(await host.call("document.saveAs", {})),
      ),
    answer: (answer) => answerWith(answer),
  };
}

/** Whether something of a person goes with the document. */
export function wouldLose(view: ProfileView | null, unstored: Unstored): boolean {
  return view !== null && (view.unsaved || !isAllStored(unstored));
}

function isAllStored({ fields, source }: Unstored): boolean {
  return fields === 0 && !source;
}

/** Does one thing after the other; what fails keeps nothing else from being done. */
function turns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Nothing was written because nothing had to be; else the person cancelled. */
function isSaved(view: ProfileView | null): boolean {
  return view !== null && !view.unsaved;
}
