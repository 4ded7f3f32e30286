import type { Problem, Result } from "../../preload/contract.ts";

/** A file that a person dropped or picked; it is taken up only when it is wanted. */
export type GivenFile = { readonly path: string; readonly file: () => Promise<File> };

/** What was dropped or picked together. */
export type GivenFiles = {
  /** Name of the folder, or of several things together; null for one file by itself. */
  readonly folder: string | null;
  readonly files: readonly GivenFile[];
  /** False where there were more than are looked at. */
  readonly isWhole: boolean;
};

/** Takes a file up. Problem: `file-not-there`, where it was moved meanwhile or may not be read. */
export async function takeUp({ path, file }: GivenFile): Promise<Result<File>> {
  try {
    return { ok: true, value: await file() };
  } catch {
    return { ok: false, problem: notThere(path) };
  }
}

function notThere(path: string): Problem {
  return {
    code: "file-not-there",
    title: "A file that was dropped cannot be read.",
    detail: `${path} is not there any more, or may not be read.`,
    fix: "Look where it lies and whether it opens elsewhere, then drop it again.",
  };
}

/** As main takes them; more names than this say nothing more about a folder. */
const mostNames = 20_000;
const deepest = 16;

/** Files of a file field; those of a folder bring their paths in it. */
export function pickedFiles(list: FileList): GivenFiles {
  const files = [...list].slice(0, mostNames).map((file) => ({
    path: file.webkitRelativePath === "" ? file.name : file.webkitRelativePath,
    file: async () => file,
  }));
  return { folder: nameOf(files), files: withoutFolder(files), isWhole: list.length <= mostNames };
}

/**
 * Files and folders of a drop. The entries have to be asked for while the event is handled, so this reads them before its first
 * wait.
 */
export async function droppedFiles({ items, files: list }: DataTransfer): Promise<GivenFiles> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) {
    return pickedFiles(list);
  }
  const files: GivenFile[] = [];
  const isWhole = await collect(entries, files, 0);
  const [only] = entries;
  const isOneFile = entries.length === 1 && only?.isFile === true;
  return { folder: isOneFile ? null : (only?.name ?? ""), files: withoutFolder(files), isWhole };
}

/** The paths inside of the one folder that holds them all. */
function withoutFolder(files: readonly GivenFile[]): readonly GivenFile[] {
  const [first = ""] = files.map(({ path }) => path.split("/")[0] ?? "");
  const isInside = files.every(({ path }) => path.startsWith(`${first}/`));
  return isInside && first !== ""
    ? files.map(({ path, file }) => ({ path: path.slice(first.length + 1), file }))
    : files;
}

function nameOf(files: readonly GivenFile[]): string | null {
  const [first] = files;
  if (first === undefined || (files.length === 1 && !first.path.includes("/"))) {
    return null;
  }
  return first.path.split("/")[0] ?? "";
}

async function collect(
  entries: readonly FileSystemEntry[],
  files: GivenFile[],
  depth: number,
): Promise<boolean> {
  for (const entry of entries) {
    if (files.length >= mostNames) {
      return false;
    }
    if (isFile(entry)) {
      files.push({
        path: entry.fullPath.replace(/^\//, ""),
        file: () => new Promise((resolve, reject) => entry.file(resolve, reject)),
      });
    } else if (isFolder(entry)) {
      if (depth === deepest || !(await collect(await entriesOf(entry), files, depth + 1))) {
        return false;
      }
    }
  }
  return true;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A reader gives a hundred entries at a time, and none at the end. What may not be read is left out. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0 || all.length > mostNames) {
      return all;
    }
    all.push(...some);
  }
}
