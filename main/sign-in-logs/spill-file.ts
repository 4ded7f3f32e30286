import { constants } from "node:fs";
import { chmod, copyFile, type FileHandle, open, truncate } from "node:fs/promises";

/** A file that is written once from beginning to end, by its owner only. */
export type SpillFile = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
};

const bufferBytes = 1024 * 1024;

/** Makes the file; small pieces are gathered before they are written. */
export async function createSpillFile(path: string): Promise<SpillFile> {
  const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  const flush = async () => {
    if (heldBytes === 0) return;
    const [only] = held;
    const all = held.length === 1 && only !== undefined ? only : Buffer.concat(held);
    held = [];
    heldBytes = 0;
    await writeAll(file, all);
  };
  return {
    write: async (bytes) => {
      heldBytes += bytes.length;
      held.push(bytes);
      if (heldBytes >= bufferBytes) await flush();
    },
    close: async () => {
      try {
        await flush();
      } finally {
        await file.close();
      }
    },
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, at);
    at += bytesWritten;
  }
}

/**
 * Copies a file as far as it went when it was opened, with blanks in place of its first bytes. The system copies it by itself, and lays
 * down no copy at all where it can: a third of the time that reading and writing it takes.
 */
export async function copyBlanked(from: string, to: string, size: number, blanks: number): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  await chmod(to, 0o600);
  await truncate(to, size);
  const file = await open(to, "r+");
  try {
    await writeAll(file, Buffer.alloc(Math.min(blanks, size), " "));
  } finally {
    await file.close();
  }
}

const tailBytes = 64 * 1024;

/**
 * Cuts a file behind the `]` that closes the array of an envelope: what follows are the envelope's last members, as
 * `"@odata.nextLink"`.
 *
 * @returns those members; null where the end does not look like one, and the file is left as it is
 */
export async function cutEnvelopeEnd(path: string): Promise<Readonly<Record<string, unknown>> | null> {
  const file = await open(path, "r+");
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - tailBytes);
    const buffer = Buffer.alloc(size - from);
    await file.read(buffer, 0, buffer.length, from);
    let tries = 0;
    for (let at = buffer.lastIndexOf("]"); at !== -1 && tries < 8; tries += 1) {
      const members = membersAfter(buffer.subarray(at + 1).toString("utf8"));
      if (members !== null) {
        await file.truncate(from + at + 1);
        return members;
      }
      if (at === 0) break;
      at = buffer.lastIndexOf("]", at - 1);
    }
    return null;
  } finally {
    await file.close();
  }
}

function membersAfter(tail: string): Readonly<Record<string, unknown>> | null {
  try {
    return JSON.parse(`{"":0${tail}`) as Record<string, unknown>;
  } catch {
    return null;
  }
}
