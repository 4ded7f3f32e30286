import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "../../../preload/inputs/zod.ts";
import type { HostKind } from "../../core/report/index.ts";
import { keepToOwner } from "../../files/private-folder.ts";
import { readFileWithin } from "../../files/read-file.ts";
import { isAliveSince } from "../../files/running.ts";
import { writeAtomically } from "../../files/write-atomically.ts";

/** A file that is open somewhere: the same by its path, or by its name and content where nobody knows the path. */
export type OpenFileMark = {
  readonly name: string;
  readonly path: string | null;
  /** SHA-256 of the file as it was opened or last saved. */
  readonly digest: string;
};

/** Which files are open in the windows and browser hosts of this user. A hint, never a reason to refuse anything. */
export type OpenFiles = {
  /** Says what is open here now, null for nothing; gives back where else it is open. */
  readonly announce: (file: OpenFileMark | null) => Promise<HostKind | null>;
};

const entry = z.strictObject({
  version: z.literal(1),
  pid: z.number().int().positive(),
  host: z.enum(["app window", "browser", "command line"]),
  file: z.strictObject({
    name: z.string().max(1024),
    path: z.string().max(32_767).nullable(),
    digest: z.string().max(64),
  }),
});

const fileName = /^(\d{1,10})-[0-9a-f-]{36}\.json$/;
/** More than anybody has open; what lies there beyond is not looked at. */
const mostEntries = 200;
const largestEntry = 256 * 1024;

/** Where the marks of open files lie inside the folder that the app keeps for a user. */
export function openFilesFolder(state: string): string {
  return join(state, "open-files");
}

/**
 * One file for each running session, which names its process: a mark of a process that is gone counts for nothing and is removed.
 *
 * @param id of this session, a UUID
 */
export function createOpenFiles(
  folder: string,
  { pid, host, id }: { readonly pid: number; readonly host: HostKind; readonly id: string },
): OpenFiles {
  const own = `${pid}-${id.toLowerCase()}.json`;
  return {
    announce: async (file) => {
      if (file === null) {
        await rm(join(folder, own), { force: true }).catch(() => undefined);
        return null;
      }
      const elsewhere = await findOther(folder, own, file);
      const made = await mkdir(folder, { recursive: true, mode: 0o700 }).then(
        () => keepToOwner(folder),
        () => false,
      );
      if (made) {
        const bytes = Buffer.from(JSON.stringify({ version: 1, pid, host, file }));
        await writeAtomically(join(folder, own), bytes, { ownerOnly: true });
      }
      return elsewhere;
    },
  };
}

async function findOther(folder: string, own: string, file: OpenFileMark): Promise<HostKind | null> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one !== own && fileName.test(one)).slice(0, mostEntries)) {
    const path = join(folder, name);
    const pid = Number(fileName.exec(name)?.[1]);
    const made = await stat(path).catch(() => null);
    if (made === null || !isAliveSince(pid, made.mtimeMs)) {
      await rm(path, { force: true }).catch(() => undefined);
      continue;
    }
    const other = await readEntry(path);
    if (other !== null && isSame(other.file, file)) return other.host;
  }
  return null;
}

async function readEntry(path: string): Promise<z.infer<typeof entry> | null> {
  const bytes = await readFileWithin(path, largestEntry).catch(() => null);
  if (!(bytes instanceof Uint8Array)) return null;
  try {
    const checked = entry.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    return checked.success ? checked.data : null;
  } catch {
    return null;
  }
}

function isSame(a: OpenFileMark, b: OpenFileMark): boolean {
  if (a.path !== null && b.path !== null) return a.path === b.path;
  return a.name === b.name && a.digest === b.digest;
}
