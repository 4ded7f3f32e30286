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
  /** Discards the files behind handles, taken or not: the call that named them was answered. Other texts name none. */
  readonly release: (handles: readonly string[]) => Promise<void>;
  /** Discards the file that has waited longest; false where none has waited so long. */
  readonly dropOldest: (longerThanMs?: number) => Promise<boolean>;
  /** Discards every file that still waits. */
  readonly clear: () => Promise<void>;
};

type Waiting = { readonly file: SourceFile; readonly since: number };

/**
 * @param most files that may wait to be taken; one more lets the oldest go, as a page that was left behind never takes its own
 * @param newHandle a fresh UUID
 * @param now milliseconds of a clock that only goes forward
 */
export function createFileHandles(
  most: number,
  newHandle: () => string,
  now: () => number = () => performance.now(),
): FileHandles {
  // In the order in which they came.
  const waiting = new Map<string, Waiting>();
  /** Until the call that took them is answered. */
  const taken = new Map<string, SourceFile>();
  const dropOldest = async (longerThanMs = 0) => {
    const [oldest] = waiting;
    if (oldest === undefined || now() - oldest[1].since < longerThanMs) return false;
    waiting.delete(oldest[0]);
    await oldest[1].file.discard();
    return true;
  };
  return {
    give: (file) => {
      const handle = newHandle();
      waiting.set(handle, { file, since: now() });
      if (waiting.size > most) void dropOldest();
      return handle;
    },
    take: (handle) => {
      const file = waiting.get(handle)?.file;
      if (file === undefined) return fail(gone);
      waiting.delete(handle);
      taken.set(handle, file);
      return succeed(file);
    },
    release: async (handles) => {
      const named = handles.flatMap((handle) => taken.get(handle) ?? waiting.get(handle)?.file ?? []);
      for (const handle of handles) {
        taken.delete(handle);
        waiting.delete(handle);
      }
      await Promise.all(named.map((file) => file.discard()));
    },
    dropOldest,
    clear: async () => {
      const left = [...taken.values(), ...[...waiting.values()].map(({ file }) => file)];
      taken.clear();
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
