import { Buffer } from "node:buffer";
import { lstat, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { RunRecord } from "../../core/history/index.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { removeAllDrafts } from "../../files/drafts.ts";
import { keepToOwner } from "../../files/private-folder.ts";
import { readFileWithin } from "../../files/read-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";
import { keptRun } from "./kept-run-schema.ts";

/** Masked copies of runs on disk, one file each. */
export type KeptRuns = {
  /** Every kept run that can be read, and a problem for each that cannot. */
  readonly list: () => Promise<
    Result<{ readonly runs: readonly RunRecord[]; readonly damaged: readonly Problem[] }>
  >;
  /** Keeps a masked run; one that is not masked is refused. */
  readonly write: (run: RunRecord) => Promise<Result<null>>;
  /** Deletes one; fine where there is none. */
  readonly forget: (id: string) => Promise<Result<null>>;
  /** Deletes every file of a kept run that cannot be read. */
  readonly forgetDamaged: () => Promise<Result<null>>;
  /** Deletes every kept run, damaged ones too. */
  readonly forgetAll: () => Promise<Result<null>>;
};

/** A run with every body at its limit has less than 1 MB. */
const largestFile = 4 * 1024 * 1024;
/** More than anybody looks at; a folder with more is not ours alone. */
const mostFiles = 300;

const fileName = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\.json$/i;

/**
 * Keeps runs in a folder that only its owner may read. Nothing is created before the first run is kept.
 *
 * @param folder absolute path; made with mode 0700, its files with 0600
 */
export function createKeptRuns(folder: string): KeptRuns {
  return {
    list: async () => {
      const names = await namesIn(folder);
      if (!names.ok) return names;
      const shown = names.value.slice(0, mostFiles);
      const read = await Promise.all(shown.map((name) => readRun(folder, name)));
      return succeed({
        runs: read.flatMap((one) => (one.ok ? [one.value] : [])),
        damaged: read.flatMap((one) => (one.ok ? [] : [one.problem])),
      });
    },
    write: async (run) => {
      const checked = keptRun.safeParse(run);
      if (!checked.success) return fail(notKeepable);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
      } catch (error) {
        return fail(folderProblem(folder, error));
      }
      if (!(await keepToOwner(folder))) return fail(openFolder(folder));
      const bytes = Buffer.from(`${JSON.stringify(checked.data, null, 2)}\n`);
      const problem = await writeAtomically(join(folder, `${run.id.toLowerCase()}.json`), bytes, {
        ownerOnly: true,
      });
      return problem === null ? succeed(null) : fail(problem);
    },
    forget: async (id) => {
      const name = `${id.toLowerCase()}.json`;
      if (!fileName.test(name)) return succeed(null);
      await removeAllDrafts(folder, (other) => other === name);
      return remove(folder, [name]);
    },
    forgetDamaged: async () => {
      const names = await namesIn(folder);
      if (!names.ok) return names;
      const unreadable: string[] = [];
      for (const name of names.value) if (!(await readRun(folder, name)).ok) unreadable.push(name);
      return remove(folder, unreadable);
    },
    forgetAll: async () => {
      await removeAllDrafts(folder, (name) => fileName.test(name));
      const names = await namesIn(folder);
      return names.ok ? remove(folder, names.value) : names;
    },
  };
}

async function namesIn(folder: string): Promise<Result<readonly string[]>> {
  try {
    const names = await readdir(folder);
    return succeed(names.filter((name) => fileName.test(name)).toSorted());
  } catch (error) {
    return codeOf(error) === "ENOENT" ? succeed([]) : fail(folderProblem(folder, error));
  }
}

async function readRun(folder: string, name: string): Promise<Result<RunRecord>> {
  try {
    const entry = await lstat(join(folder, name));
    if (!entry.isFile()) return damaged(name, "It is not a plain file.");
    const bytes = await readFileWithin(join(folder, name), largestFile);
    if (!(bytes instanceof Uint8Array)) {
      return damaged(
        name,
        bytes.code === "file-too-large" ? "It is larger than a run can be." : bytes.detail,
      );
    }
    const checked = keptRun.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!checked.success) {
      const places = checked.error.issues.map((issue) => issue.path.join(".") || "the whole file");
      return damaged(name, `Unexpected: ${[...new Set(places)].slice(0, 3).join(", ").slice(0, 200)}.`);
    }
    if (checked.data.id.toLowerCase() !== name.slice(0, 36).toLowerCase()) {
      return damaged(name, "It holds another run than its name says.");
    }
    return succeed(checked.data);
  } catch (error) {
    if (error instanceof SyntaxError) return damaged(name, "It is not JSON.");
    return damaged(name, `The system says ${codeOf(error)}.`);
  }
}

/** Deletes what can be deleted; one that cannot be does not keep the others. */
async function remove(folder: string, names: readonly string[]): Promise<Result<null>> {
  const left: unknown[] = [];
  for (const name of names) {
    await rm(join(folder, name), { force: true }).catch((error: unknown) => left.push(error));
  }
  if (left.length === 0) return succeed(null);
  return fail({
    code: "kept-run-not-deleted",
    title:
      left.length === 1
        ? "A kept run could not be deleted."
        : `${left.length} kept runs could not be deleted.`,
    detail: `Folder ${folder}. The system says ${codeOf(left[0])}.`,
    fix: "Delete the file yourself, or allow this user to.",
  });
}

function damaged(name: string, detail: string): { readonly ok: false; readonly problem: Problem } {
  return fail({
    code: "kept-run-damaged",
    title: "A kept run cannot be read.",
    detail: `${name}: ${detail}`,
    fix: "Delete the file in the list of runs, or leave it: nothing else is affected.",
  });
}

function folderProblem(folder: string, error: unknown): Problem {
  return {
    code: "kept-runs-unavailable",
    title: "The folder for kept runs cannot be used.",
    detail: `${folder}: the system says ${codeOf(error)}.`,
    fix: "Check that the folder is yours. Runs stay in memory until the app stops.",
  };
}

function openFolder(folder: string): Problem {
  return {
    code: "kept-runs-unavailable",
    title: "The folder for kept runs cannot be used.",
    detail: `${folder}: other people may look into it, and the system does not let that be changed.`,
    fix: "Check that the folder is yours. Runs stay in memory until the app stops.",
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no reason given";
}

const notKeepable: Problem = {
  code: "run-not-keepable",
  title: "This run cannot be kept.",
  detail: "It is not masked, or a part of it is larger than a run can be. Nothing was written.",
  fix: "Save a report of it instead.",
};
