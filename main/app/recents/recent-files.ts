import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "../../../preload/inputs/zod.ts";
import { inTurn } from "../../core/in-turn.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { keepToOwner } from "../../files/private-folder.ts";
import { readFileWithin } from "../../files/read-file.ts";
import { fileAt, type SourceFile } from "../../files/source-file.ts";
import { writeAtomically } from "../../files/write-atomically.ts";

const recentFile = z.object({
  id: z.string().max(64),
  name: z.string().max(1024),
  /** Null where nobody knows one: a browser names no path. */
  path: z.string().max(32_767).nullable(),
  openedAt: z.string().max(40),
  provider: z.string().max(100).nullable(),
  lastTest: z.object({ short: z.string().max(200), tone: z.enum(["ok", "warn", "err", "mute"]) }).nullable(),
  errors: z.number().int().min(0),
  warnings: z.number().int().min(0),
});

/** A file that was open, with what was known of it then. Nothing of its content is kept. */
export type RecentFile = Readonly<z.infer<typeof recentFile>>;

export type RecentFiles = {
  /** The newest first. */
  readonly list: () => Promise<readonly RecentFile[]>;
  readonly opened: (file: Omit<RecentFile, "id" | "lastTest">, id: string) => void;
  /** What the last test of a file came to. */
  readonly tested: (file: Pick<RecentFile, "name" | "path">, lastTest: RecentFile["lastTest"]) => void;
  /** Problems: `recent-unknown`, `recent-without-path`. */
  readonly open: (id: string) => Promise<Result<SourceFile>>;
  readonly forgetAll: () => Promise<Result<null>>;
  /** Resolves when everything is on disk. */
  readonly settled: () => Promise<void>;
};

const most = 12;
const largest = 1024 * 1024;

/**
 * The files that were open last. On disk they are one file that only its owner may read.
 *
 * @param folder for what is kept between starts; null keeps them in memory, as a browser host does, whose files have no paths
 */
export function createRecentFiles(folder: string | null): RecentFiles {
  let files: readonly RecentFile[] | null = null;
  const path = folder === null ? null : join(folder, "recent-files.json");
  const load = async (): Promise<readonly RecentFile[]> => {
    files ??= path === null ? [] : await read(path);
    return files;
  };
  const store = inTurn(async () => {
    if (folder === null || path === null || files === null) return;
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
    if (!(await keepToOwner(folder))) return;
    // A list that cannot be kept is no reason to disturb anybody: it is there until the app stops.
    await writeAtomically(path, Buffer.from(`${JSON.stringify(files, null, 2)}\n`), { ownerOnly: true });
  });
  let last: Promise<void> = Promise.resolve();
  const change = (next: (known: readonly RecentFile[]) => readonly RecentFile[]): void => {
    // One list that could not be kept must not keep any later one from being shown.
    last = last
      .then(async () => {
        files = next(await load()).slice(0, most);
        await store();
      })
      .catch(() => undefined);
  };
  return {
    list: async () => {
      await last;
      return load();
    },
    opened: (file, id) =>
      change((known) => {
        const before = known.find((one) => isSame(one, file));
        const entry = { ...file, id: before?.id ?? id, lastTest: before?.lastTest ?? null };
        return [entry, ...known.filter((one) => one !== before)];
      }),
    tested: (file, lastTest) =>
      change((known) => known.map((one) => (isSame(one, file) ? { ...one, lastTest } : one))),
    open: async (id) => {
      await last;
      const found = (await load()).find((one) => one.id === id);
      if (found === undefined) return fail(unknown);
      return found.path === null ? fail(withoutPath(found.name)) : succeed(fileAt(found.path, found.name));
    },
    forgetAll: async () => {
      await last;
      files = [];
      if (path === null) return succeed(null);
      return rm(path, { force: true }).then(
        () => succeed(null),
        () => fail(notForgotten),
      );
    },
    settled: () => last,
  };
}

function isSame(one: Pick<RecentFile, "name" | "path">, other: Pick<RecentFile, "name" | "path">): boolean {
  return one.path === other.path && (one.path !== null || one.name === other.name);
}

/** A list that is damaged is no list: nothing is lost but the order in which somebody opened files. */
async function read(path: string): Promise<readonly RecentFile[]> {
  const bytes = await readFileWithin(path, largest);
  if (!(bytes instanceof Uint8Array)) return [];
  try {
    const checked = z.array(recentFile).safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return checked.success ? checked.data.slice(0, most) : [];
  } catch {
    return [];
  }
}

const unknown: Problem = {
  code: "recent-unknown",
  title: "This file is not in the list any more.",
  detail: "The list was forgotten, or the file was opened long ago.",
  fix: "Open it with Open.",
};

const notForgotten: Problem = {
  code: "recents-not-deleted",
  title: "The list of recent files could not be deleted.",
  detail: "The file recent-files.json is still in the folder of the app.",
  fix: "Delete it yourself, or allow this user to.",
};

function withoutPath(name: string): Problem {
  return {
    code: "recent-without-path",
    title: `${name} has to be chosen again.`,
    detail: "A browser names no path, so nobody knows where the file lies.",
    fix: "Open it with Open.",
  };
}
