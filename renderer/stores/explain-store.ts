import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CallInput,
  Explained,
  ExplainProgress,
  KnowledgeRow,
  Latchkey,
  MacCommand,
  MacLog,
  Problem,
  Result,
} from "../../preload/contract.ts";
import { type GivenFiles, takeUp } from "./given-files.ts";
import { createQuery } from "./query.ts";

export type ExplainAnswerView =
  | { readonly answer: Exclude<Explained, { kind: "log" }> }
  | { readonly problem: Problem };

/** A log of the Mac that was read, and what it was read from. */
export type ShownLog = { readonly name: string; readonly log: MacLog };

export type ExplainState = {
  readonly text: string;
  /** The text of the last question; null before the first. */
  readonly asked: string | null;
  /** What was said to it. */
  readonly answer: ExplainAnswerView | null;
  readonly shownLog: ShownLog | null;
  /** Which of the two is shown where there is a log. */
  readonly view: "ask" | "log";
  /** Place of the attempt that is shown, from 0. */
  readonly attempt: number;
  readonly isWholeLog: boolean;
  /** What is being read, and how far it is. */
  readonly reading: { readonly name: string; readonly progress: ExplainProgress | null } | null;
  /** Why the last file could not be read. */
  readonly problem: Problem | null;
  /** Everything that can be explained; null until main has said it. */
  readonly knowledge: readonly KnowledgeRow[] | null;
  readonly commands: readonly MacCommand[];
  readonly setText: (text: string) => void;
  /** Explains a text; what it was about stays in the field. */
  readonly ask: (text: string) => Promise<void>;
  /** Reads a log, or a folder with logs. */
  readonly open: (given: GivenFiles) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly show: (view: "ask" | "log") => void;
  readonly showAttempt: (attempt: number) => void;
  readonly showWholeLog: (isWhole: boolean) => void;
  readonly dismiss: () => void;
  /** Asks once for what never changes. */
  readonly load: () => Promise<void>;
  readonly receive: (progress: ExplainProgress) => void;
};

export type ExplainStore = StoreApi<ExplainState>;

/** Files that may be given at once; main looks into no more. */
const mostFiles = 200;

/** Codes, texts and logs of the Mac, and what was answered. Nothing of it is kept beyond the window. */
export function createExplainStore(host: Latchkey): ExplainStore {
  return createStore<ExplainState>()((set, get) => {
    const take = (name: string, explained: Result<Explained>) => {
      if (!explained.ok) {
        set({ reading: null, problem: explained.problem });
      } else if (explained.value.kind === "log") {
        const { log } = explained.value;
        set({
          reading: null,
          problem: null,
          shownLog: { name, log },
          view: "log",
          attempt: Math.max(0, log.attempts.length - 1),
          isWholeLog: false,
        });
      } else {
        set({ reading: null, problem: null, answer: { answer: explained.value }, view: "ask" });
      }
    };
    const question = createQuery(
      (text: string) => host.call("explain.text", { text }),
      (found) => {
        if (found.ok && found.value.kind !== "log") {
          set({ answer: { answer: found.value } });
        } else if (found.ok) {
          take("Pasted text", found);
        } else {
          set({ answer: { problem: found.problem } });
        }
      },
    );
    const files = createQuery(
      (given: GivenFiles) => readFiles(host, given),
      (explained, given) => take(given.folder ?? given.files[0]?.path ?? "", explained),
    );
    return {
      text: "",
      asked: null,
      answer: null,
      shownLog: null,
      view: "ask",
      attempt: 0,
      isWholeLog: false,
      reading: null,
      problem: null,
      knowledge: null,
      commands: [],
      setText: (text) => set({ text }),
      ask: async (text) => {
        set({ asked: text });
        await question.ask(text);
      },
      open: async (given) => {
        set({ reading: { name: given.folder ?? given.files[0]?.path ?? "", progress: null }, problem: null });
        await files.ask(given);
      },
      stop: async () => {
        await host.call("explain.stop", {});
      },
      show: (view) => set({ view }),
      showAttempt: (attempt) => set({ attempt, isWholeLog: false }),
      showWholeLog: (isWholeLog) => set({ isWholeLog }),
      dismiss: () => set({ problem: null }),
      load: async () => {
        if ((get().knowledge ?? []).length > 0) {
          return;
        }
        const [knowledge, commands] = await Promise.all([
          host.call("explain.list", {}),
          host.call("explain.commands", {}),
        ]);
        set({
          knowledge: knowledge.ok ? knowledge.value : [],
          commands: commands.ok ? commands.value : [],
        });
      },
      receive: (progress) => {
        const { reading } = get();
        if (reading !== null) {
          set({ reading: { ...reading, progress } });
        }
      },
    };
  });
}

/** Gives main the file, or those of a folder that it wants to look into; what is not read is said with the answer. */
async function readFiles(host: Latchkey, given: GivenFiles): Promise<Result<Explained>> {
  const [only] = given.files;
  if (given.folder === null) {
    const file = only === undefined ? null : await takeUp(only);
    return file?.ok === false ? file : giveAndRead(host, given, { folder: null, passedOver: 0, notRead: [] });
  }
  const chosen = await host.call("explain.chooseFiles", { paths: given.files.map(({ path }) => path) });
  if (!chosen.ok) {
    return chosen;
  }
  const { read, passedOver, notRead } = chosen.value;
  const files = read.flatMap((place) => given.files[place] ?? []);
  return giveAndRead(
    host,
    { ...given, files: files.slice(0, mostFiles) },
    {
      folder: given.folder,
      passedOver,
      notRead: [
        ...notRead,
        ...(given.isWhole ? [] : ["There were more files than were looked at by name."]),
        ...(files.length > mostFiles
          ? [`There were more than ${mostFiles} logs: ${files.length - mostFiles} were not read.`]
          : []),
      ],
    },
  );
}

async function giveAndRead(
  host: Latchkey,
  given: GivenFiles,
  about: Omit<CallInput<"explain.files">, "files">,
): Promise<Result<Explained>> {
  const files: { readonly file: string; readonly path: string }[] = [];
  const gone: string[] = [];
  for (const one of given.files) {
    const taken = await takeUp(one);
    if (!taken.ok) {
      gone.push(one.path);
      continue;
    }
    const handle = await host.giveFile(taken.value);
    if (!handle.ok) {
      return handle;
    }
    files.push({ file: handle.value, path: one.path });
  }
  const notRead = gone.length === 0 ? about.notRead : [...about.notRead, notThereText(gone)];
  return host.call("explain.files", { ...about, files, notRead });
}

function notThereText(paths: readonly string[]): string {
  const shown = paths.slice(0, 5).map((path) => path.slice(0, 200));
  const rest = paths.length > shown.length ? ` and ${paths.length - shown.length} more` : "";
  return `Not there any more, or not to be read: ${shown.join(", ")}${rest}.`;
}
