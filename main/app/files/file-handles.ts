import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { PickedFile, SourceFile } from "../../files/source-file.ts";

/**
 * The files that people gave to one session. A page names a file by its handle and never by a path: a handle stands for what
 * a person picked or dropped, is taken once, and means nothing to another session.
 */
export type FileHandles = {
  /** A handle for a file. */
  readonly give: (file: SourceFile) => string;
  /** The file behind a handle, whose handle is worth nothing from then on. Problem: `file-gone`. */
  readonly take: (handle: string) => Result<SourceFile>;
  /** Discards the file that has waited longest; false where none waits. */
  readonly dropOldest: () => Promise<boolean>;
  /** Discards every file that still waits. */
  readonly clear: () => Promise<void>;
};

/**
 * @param most files that may wait to be taken; one more lets the oldest go, as a page that was left behind never takes its own
 * @param newHandle a fresh UUID
 */
export function createFileHandles(most: number, newHandle: () => string): FileHandles {
  // In the order in which they came.
  const waiting = new Map<string, SourceFile>();
  const dropOldest = async () => {
    const [oldest] = waiting;
    if (oldest === undefined) return false;
    waiting.delete(oldest[0]);
    await oldest[1].discard();
    return true;
  };
  return {
    give: (file) => {
      const handle = newHandle();
      waiting.set(handle, file);
      if (waiting.size > most) void dropOldest();
      return handle;
    },
    take: (handle) => {
      const file = waiting.get(handle);
      waiting.delete(handle);
      return file === undefined ? fail(gone) : succeed(file);
    },
    dropOldest,
    clear: async () => {
      const left = [...waiting.values()];
      waiting.clear();
      await Promise.all(left.map((file) => file.discard()));
    },
  };
}

/**
 * The bytes of the file behind a handle. Problems: `file-gone`, `file-not-read`, `file-too-large`.
 *
 * @param most bytes that the reader takes
 */
export async function readGiven(
  files: Pick<FileHandles, "take">,
  handle: string,
  most: number,
): Promise<Result<ReadFile>> {
  const file = files.take(handle);
  return file.ok ? readWhole(file.value, most) : file;
}

/** A file that was read, and where it lies. */
export type ReadFile = PickedFile & Pick<SourceFile, "place">;

/** The bytes of a file with its name and place. Problems: `file-not-read`, `file-too-large`. */
export async function readWhole(file: SourceFile, most: number): Promise<Result<ReadFile>> {
  const bytes = await file.read(most);
  return bytes.ok ? succeed({ name: file.name, place: file.place, bytes: bytes.value }) : bytes;
}

const gone: Problem = {
  code: "file-gone",
  title: "This file is not at hand any more.",
  detail: "A file that was chosen is read once, and another window cannot read it.",
  fix: "Choose the file again.",
};
