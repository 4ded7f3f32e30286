import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { removeAbandonedDrafts, removeAllDrafts } from "../../files/drafts.ts";
import { keepToOwner } from "../../files/private-folder.ts";
import { readFileWithin } from "../../files/read-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import { type Draft, type DraftSource, damaged, draftText, readDraft } from "./draft-file.ts";

/** Drafts on disk, one file each. */
export type DraftStore = {
  /** Every draft that can be read, the newest first, and a problem for each that cannot. */
  readonly list: () => Promise<{ readonly drafts: readonly Draft[]; readonly damaged: readonly Problem[] }>;
  readonly read: (id: string) => Promise<Result<Draft>>;
  /** Null when the draft is on disk. */
  readonly write: (draft: DraftSource) => Promise<Problem | null>;
  /** Fine where there is none. */
  readonly forget: (id: string) => Promise<Problem | null>;
  /** Deletes every file that cannot be read. */
  readonly forgetDamaged: () => Promise<Problem | null>;
  /** Every draft, damaged ones too. */
  readonly forgetAll: () => Promise<Problem | null>;
};

/** As many bytes as the largest profile takes in typed JSON. */
const largestFile = 64 * 1024 * 1024;
/** More than anybody looks at. */
const mostShown = 50;

const fileName = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\.json$/;

/** Where drafts lie inside the folder that the app keeps for a user. */
export function draftsFolder(state: string): string {
  return join(state, "drafts");
}

/**
 * Keeps drafts in a folder that only its owner may read (0700, its files 0600). Nothing is created before the first change of a
 * document. A file that is damaged, or a folder that cannot be read, is told and stops nothing.
 */
export function createDraftStore(folder: string): DraftStore {
  const read = (name: string) => readIn(folder, name);
  const list = async () => {
    const names = await namesIn(folder);
    if (!names.ok) return { drafts: [], damaged: [names.problem] };
    const all = [];
    for (const name of (await newestFirst(folder, names.value)).slice(0, mostShown))
      all.push(await read(name));
    const drafts = all.flatMap((one) => (one.ok ? [one.value] : []));
    return {
      drafts: drafts.toSorted((a, b) => b.savedAt.localeCompare(a.savedAt)),
      damaged: all.flatMap((one) => (one.ok ? [] : [one.problem])),
    };
  };
  return {
    list,
    read: (id) => read(nameOf(id)),
    write: async (draft) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
      } catch (error) {
        return unusable(folder, codeOf(error));
      }
      if (!(await keepToOwner(folder))) return unusable(folder, "others may look into it");
      const path = join(folder, nameOf(draft.id));
      const problem = await writeAtomically(path, Buffer.from(draftText(draft)), { ownerOnly: true });
      return problem === null ? null : { ...problem, ...notKept };
    },
    forget: async (id) => {
      const name = nameOf(id);
      if (!fileName.test(name)) return null;
      await removeAbandonedDrafts(join(folder, name));
      return remove(folder, [name]);
    },
    forgetDamaged: async () => {
      const names = await namesIn(folder);
      if (!names.ok) return names.problem;
      const unreadable: string[] = [];
      for (const name of names.value) if (!(await read(name)).ok) unreadable.push(name);
      return remove(folder, unreadable);
    },
    forgetAll: async () => {
      await removeAllDrafts(folder, (name) => fileName.test(name));
      const names = await namesIn(folder);
      return names.ok ? remove(folder, names.value) : names.problem;
    },
  };
}

function nameOf(id: string): string {
  return `${id.toLowerCase()}.json`;
}

async function namesIn(folder: string): Promise<Result<readonly string[]>> {
  try {
    return succeed((await readdir(folder)).filter((name) => fileName.test(name)).toSorted());
  } catch (error) {
    return codeOf(error) === "ENOENT" ? succeed([]) : fail(unusable(folder, codeOf(error)));
  }
}

/** By when they were written; what cannot be looked at comes last. */
async function newestFirst(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const dated = names.map(async (name) => {
    const found = await lstat(join(folder, name)).catch(() => null);
    return { name, at: found?.mtimeMs ?? 0 };
  });
  return (await Promise.all(dated)).toSorted((a, b) => b.at - a.at).map(({ name }) => name);
}

async function readIn(folder: string, name: string): Promise<Result<Draft>> {
  if (!fileName.test(name)) return fail(damaged("A draft", "Its name is none that a draft has."));
  try {
    const entry = await lstat(join(folder, name));
    if (!entry.isFile()) return fail(damaged(name, "It is not a plain file."));
    const bytes = await readFileWithin(join(folder, name), largestFile);
    if (!(bytes instanceof Uint8Array)) return fail(damaged(name, bytes.detail));
    const draft = readDraft(name, new TextDecoder().decode(bytes));
    if (draft.ok && nameOf(draft.value.id) !== name) {
      return fail(damaged(name, "It holds another draft than its name says."));
    }
    return draft;
  } catch (error) {
    return codeOf(error) === "ENOENT" ? fail(gone) : fail(damaged(name, `The system says ${codeOf(error)}.`));
  }
}

/** Deletes what can be deleted; one that cannot be does not keep the others. */
async function remove(folder: string, names: readonly string[]): Promise<Problem | null> {
  const left: unknown[] = [];
  for (const name of names) {
    await rm(join(folder, name), { force: true }).catch((error: unknown) => left.push(error));
  }
  if (left.length === 0) return null;
  return {
    code: "draft-not-deleted",
    title:
      left.length === 1 ? "A draft could not be deleted." : `${left.length} drafts could not be deleted.`,
    detail: `Folder ${folder}. The system says ${codeOf(left[0])}.`,
    fix: "Delete the file yourself, or allow this user to.",
  };
}

const notKept = {
  code: "draft-not-kept",
  title: "Your changes are not kept on disk.",
  fix: "Free some space or rights there, or save the profile now: the changes are in memory only.",
};

function unusable(folder: string, why: string): Problem {
  return { ...notKept, detail: `The folder ${folder} cannot be used: ${why}.` };
}

const gone: Problem = {
  code: "draft-gone",
  title: "This draft is not there any more.",
  detail: "It was restored or forgotten in another window.",
  fix: "Look at the list of drafts again.",
};

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no reason given";
}
