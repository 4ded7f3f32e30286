import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { fileNameHeader } from "../../../preload/bridge.ts";
import { createFileHandles, type FileHandles } from "../../app/files/file-handles.ts";
import { macLogLimits } from "../../core/mac-log/limits.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { copyAt } from "../../files/source-file.ts";
import { uploadFolderPrefix } from "./abandoned-uploads.ts";

/** What the uploads of a session may take up. */
export type UploadLimits = {
  readonly fileBytes: number;
  /** Of all files together that lie on disk, those that are still coming in too. */
  readonly sessionBytes: number;
  /** Files that may wait to be read. */
  readonly files: number;
  /** Files that may come in at a time; a browser sends six. */
  readonly atOnce: number;
  /** A file that waits longer is taken for one of a page that was left behind: a page that sends many makes its call before. */
  readonly leftBehindMs: number;
};

/** What the greatest reader takes, a folder of logs of a Mac; a tenant's policies are a few hundred files. */
export const uploadLimits: UploadLimits = {
  fileBytes: macLogLimits.fileBytes,
  sessionBytes: macLogLimits.folderBytes,
  files: 4096,
  atOnce: 16,
  leftBehindMs: 120_000,
};

/** The files that pages have sent, as copies on disk until they are read. */
export type Uploads = {
  readonly files: Pick<FileHandles, "give" | "take" | "release">;
  /** Takes in the body of a request. The answer is the handle of the file; what breaks off leaves nothing. */
  readonly receive: (request: IncomingMessage) => Promise<Result<string>>;
  /** Removes everything, once nothing comes in any more. */
  readonly close: () => Promise<void>;
};

/**
 * Keeps uploads in a private folder (0700) as private files (0600) with names of our own. A copy goes as soon as it was read, and
 * the folder goes with the session.
 *
 * @param parent the folder for temporary files
 */
export function createUploads(parent: string, limits: UploadLimits = uploadLimits): Uploads {
  const handles = createFileHandles(limits.files, randomUUID);
  const coming = new Set<Promise<unknown>>();
  const folder = privateFolder(parent);
  let used = 0;

  /** Makes room on disk, at the cost of files that a page has left behind, never of those that came just before; false where there is none. */
  const claim = async (bytes: number): Promise<boolean> => {
    while (used + bytes > limits.sessionBytes)
      if (!(await handles.dropOldest(limits.leftBehindMs))) return false;
    used += bytes;
    return true;
  };

  const store = async (request: IncomingMessage, name: string): Promise<Result<string>> => {
    const path = join(await folder.path(), randomUUID());
    let size = 0;
    const remove = async () => {
      await rm(path, { force: true });
      used -= size;
    };
    const take = async (file: FileHandle): Promise<Problem | null> => {
      // Left in the middle, the request stays, so that its sender gets an answer.
      for await (const piece of request.iterator({ destroyOnReturn: false })) {
        const bytes = Buffer.from(piece);
        if (size + bytes.length > limits.fileBytes) return tooLarge(name, limits);
        if (!(await claim(bytes.length))) return noRoom(limits);
        size += bytes.length;
        await file.writeFile(bytes);
      }
      return null;
    };
    try {
      const file = await open(path, "wx", 0o600);
      const problem = await take(file).finally(() => file.close());
      if (problem === null) return succeed(handles.give(copyAt(path, name, remove)));
      await remove();
      return fail(problem);
    } catch (error) {
      await remove();
      // A cleaner of temporary files takes folders that nobody has used for days: the next file makes a new one.
      if (codeOf(error) === "ENOENT") folder.forget();
      return fail(notKept(error));
    }
  };

  return {
    files: handles,
    receive: async (request) => {
      const name = nameOf(request);
      if (name === null) return fail(noName);
      const stated = Number(request.headers["content-length"] ?? 0);
      if (stated > limits.fileBytes) return fail(tooLarge(name, limits));
      if (coming.size >= limits.atOnce) return fail(tooMany(limits));
      const stored = store(request, name).catch((error: unknown) => fail(notKept(error)));
      coming.add(stored);
      return stored.finally(() => coming.delete(stored));
    },
    close: async () => {
      await Promise.all(coming);
      await handles.clear();
      await folder.remove();
    },
  };
}

/** Made with the first file; gone with the process at the latest. */
function privateFolder(parent: string) {
  let made: Promise<string> | null = null;
  let removeAtExit = (): void => undefined;
  const make = async () => {
    // mkdtemp makes the folder with mode 0700.
    const path = await mkdtemp(join(parent, `${uploadFolderPrefix}${process.pid}-`));
    removeAtExit = () => rmSync(path, { recursive: true, force: true });
    process.once("exit", removeAtExit);
    return path;
  };
  return {
    path: (): Promise<string> => {
      made ??= make().catch((error: unknown) => {
        made = null;
        throw error;
      });
      return made;
    },
    forget: (): void => {
      made = null;
      process.off("exit", removeAtExit);
    },
    remove: async (): Promise<void> => {
      const path = await made?.catch(() => null);
      process.off("exit", removeAtExit);
      if (path !== null && path !== undefined) await rm(path, { recursive: true, force: true });
    },
  };
}

/** The file's name as the page says it; null where it says none, or none that a system could have. */
function nameOf({ headers }: IncomingMessage): string | null {
  const header = headers[fileNameHeader];
  if (typeof header !== "string") return null;
  try {
    const name = decodeURIComponent(header);
    return name.length > 0 && name.length <= 255 ? name : null;
  } catch {
    return null;
  }
}

function tooLarge(name: string, { fileBytes }: UploadLimits): Problem {
  return {
    code: "file-too-large",
    title: `${name} is too large.`,
    detail: `The limit for any file is ${fileBytes / 1024 / 1024} MB.`,
    fix: "Check that this is the file you mean.",
  };
}

function tooMany({ atOnce }: UploadLimits): Problem {
  return {
    code: "too-many-files",
    title: "Too many files come in at once.",
    detail: `${atOnce} are on their way; nothing of this one was kept.`,
    fix: "Wait until they have come in, then choose it again.",
  };
}

function noRoom({ sessionBytes }: UploadLimits): Problem {
  return {
    code: "too-many-files",
    title: "There is no room for this file.",
    detail: `The files that wait to be read may have ${sessionBytes / 1024 / 1024} MB together; nothing of this one was kept.`,
    fix: "Choose fewer files at a time, or wait until the others are read.",
  };
}

const noName: Problem = {
  code: "wrong-input",
  title: "The page sent a file without a name.",
  detail: "Its name is missing, or longer than any system allows.",
  fix: "Reload the window and try again.",
};

/** A sender that went away gets no answer; for everybody else the disk is at fault. */
function notKept(error: unknown): Problem {
  const code = codeOf(error);
  return {
    code: "file-not-kept",
    title: "The file could not be taken in.",
    detail: code === "ENOSPC" ? "The disk for temporary files is full." : `The system says ${code}.`,
    fix: "Free some space in the folder for temporary files, then choose it again.",
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "no reason";
}
