import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  CheckedSignature,
  FileHandle,
  KeptSignatureRow,
  Latchkey,
  Problem,
  ReSignRow,
  Result,
} from "../../preload/contract.ts";
import { type Deliver, deliverMade, withFile } from "./files.ts";
import { type GivenFile, type GivenFiles, takeUp } from "./given-files.ts";
import { keptListIn, readElsewhere, saveList } from "./kept-list.ts";
import type { SignedFile } from "./signed-file.ts";

export type SignaturesState = {
  readonly files: readonly SignedFile[];
  /** What a list that was kept beside the files says of profiles that are not among them. */
  readonly elsewhere: readonly KeptSignatureRow[];
  /** How many of them were read; null where nothing is being read. */
  readonly read: number | null;
  /** What ends within so many days is to be signed anew. */
  readonly days: number;
  /** Place among the files of the one that is looked at by itself. */
  readonly chosen: number | null;
  readonly checked: CheckedSignature | null;
  /** What the chosen file is compared with. */
  readonly original: File | null;
  readonly isBusy: boolean;
  readonly problem: Problem | null;
  /** Takes files or a folder in place of those before: one is looked at by itself, several are listed. */
  readonly look: (given: GivenFiles) => Promise<void>;
  readonly setDays: (days: number) => Promise<void>;
  readonly choose: (index: number | null) => Promise<void>;
  readonly compareWith: (original: File) => Promise<void>;
  /** Writes the profile out of the chosen file. */
  readonly takeOff: () => Promise<void>;
  /** Saves what is listed, for this dialog and for `verify FOLDER --expires-within`. */
  readonly keep: () => Promise<void>;
  readonly signAgain: (index: number, identityId: string) => Promise<void>;
  /** Ends reading; what was read stays. */
  readonly stop: () => void;
};

export type SignaturesStore = StoreApi<SignaturesState>;

/** Files that one call takes; each is sent to main before. */
const together = 20;
const profileName = /\.(?:mobileconfig|plist)$/iu;

/** Holds the signed files that are looked at: one of them by itself, or the list of what has to be signed anew. */
export function createSignaturesStore(host: Latchkey, deliver: Deliver): SignaturesStore {
  return createStore<SignaturesState>()((set, get) => {
    let turn = 0;
    let list: GivenFile | null = null;
    const readList = async () => {
      turn += 1;
      const mine = turn;
      for (let from = 0; from < get().files.length && mine === turn; from += together) {
        set({ read: from });
        const rows = await rowsOf(host, get().files.slice(from, from + together), get().days);
        if (mine !== turn) return;
        set({
          files: get().files.map((file, index) => ({ ...file, row: rows[index - from] ?? file.row })),
        });
      }
      if (mine !== turn) return;
      set({ read: null, ...(await readElsewhere(host, list, get().files, get().days)) });
    };
    const check = async () => {
      const { files, chosen, original } = get();
      const given = chosen === null ? undefined : files[chosen];
      if (given === undefined) return set({ checked: null, problem: null });
      turn += 1;
      const mine = turn;
      const answer = await checkOne(host, given, original);
      if (mine === turn)
        set(
          answer.ok ? { checked: answer.value, problem: null } : { checked: null, problem: answer.problem },
        );
    };
    return {
      files: [],
      elsewhere: [],
      read: null,
      days: 30,
      chosen: null,
      checked: null,
      original: null,
      isBusy: false,
      problem: null,
      look: async ({ files, folder }) => {
        list = keptListIn(files);
        const profiles = files.length === 1 ? files : files.filter(({ path }) => profileName.test(path));
        set({
          files: profiles.map((file) => ({ ...file, row: null, again: null })),
          chosen: profiles.length === 1 ? 0 : null,
          checked: null,
          elsewhere: [],
          original: null,
          problem: profiles.length === 0 ? noProfiles(folder) : null,
        });
        await (profiles.length === 1 ? check() : readList());
      },
      setDays: async (days) => {
        set({ days });
        await readList();
      },
      choose: async (chosen) => {
        set({ chosen, checked: null, original: null });
        await check();
      },
      compareWith: async (original) => {
        set({ original, checked: uncompared(get().checked) });
        await check();
      },
      takeOff: async () => {
        const { files, chosen } = get();
        const given = chosen === null ? undefined : files[chosen];
        if (given === undefined) return;
        const made = await withTaken(host, given, (file) => host.call("export.takeOffSignature", { file }));
        set({ problem: await problemOf(host, made, deliver) });
      },
      keep: async () => set({ problem: await saveList(host, get(), deliver) }),
      signAgain: async (index, identityId) => {
        const given = get().files[index];
        if (given === undefined) return;
        set({ isBusy: true });
        const made = await withTaken(host, given, (file) =>
          host.call("export.signAgain", { file, identityId }),
        );
        const problem = await problemOf(host, made, deliver);
        const again = made.ok && problem === null ? made.value : null;
        set({
          isBusy: false,
          problem,
          files: get().files.map((file, at) => (at === index && again !== null ? { ...file, again } : file)),
        });
      },
      stop: () => {
        turn += 1;
        set({ read: null });
      },
    };
  });
}

/** Who signed it stays; what was compared with the file before is no answer. */
function uncompared(checked: CheckedSignature | null): CheckedSignature | null {
  return checked === null ? null : { ...checked, original: null };
}

/** Why a file that was to be made is not there; null where it is, or nobody chose a place for it. */
async function problemOf(
  host: Latchkey,
  made: Result<Parameters<typeof deliverMade>[1] | null>,
  deliver: Deliver,
): Promise<Problem | null> {
  if (!made.ok) return made.problem;
  return made.value === null ? null : deliverMade(host, made.value, deliver);
}

function checkOne(
  host: Latchkey,
  given: GivenFile,
  original: File | null,
): Promise<Result<CheckedSignature>> {
  return withTaken(host, given, (file) =>
    original === null
      ? host.call("export.checkSignature", { file, original: null })
      : withFile(host, original, (other) => host.call("export.checkSignature", { file, original: other })),
  );
}

async function withTaken<O>(
  host: Latchkey,
  given: GivenFile,
  call: (handle: FileHandle) => Promise<Result<O>>,
): Promise<Result<O>> {
  const file = await takeUp(given);
  return file.ok ? withFile(host, file.value, call) : file;
}

/** Rows in the order of the files; one that cannot be read has its problem in its row. */
async function rowsOf(
  host: Latchkey,
  files: readonly GivenFile[],
  days: number,
): Promise<readonly ReSignRow[]> {
  const given = await Promise.all(
    files.map((file) => withTaken(host, file, async (handle) => ({ ok: true as const, value: handle }))),
  );
  const handles = given.flatMap((handle) => (handle.ok ? [handle.value] : []));
  const answer = await host.call("export.reSignList", { files: handles, days });
  let next = 0;
  return given.map((handle): ReSignRow => {
    if (!handle.ok) return unread(handle.problem);
    if (!answer.ok) return unread(answer.problem);
    const row = answer.value[next];
    next += 1;
    return row ?? { signature: null, ending: null, signAgain: false, problem: null };
  });
}

function unread(problem: Problem): ReSignRow {
  return { signature: null, ending: null, signAgain: false, problem };
}

function noProfiles(folder: string | null): Problem {
  return {
    code: "no-profiles",
    title: "There is no profile among these files.",
    detail: `Profiles are files that end in .mobileconfig or .plist${folder === null ? "" : `; ${folder} has none`}.`,
    fix: "Choose signed profiles, or the folder that holds them.",
  };
}
