import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FilePlace, PickedFile, SourceFile } from "../../main/files/source-file.ts";

/** A file that a person picked, which lies in the memory of a test. */
export function heldFile({ name, bytes }: PickedFile, place: FilePlace | null = null): SourceFile {
  const tooLarge = { code: "file-too-large", title: `${name} is too large.`, detail: "It is.", fix: "No." };
  return {
    name,
    place,
    read: async (most) =>
      bytes.length > most ? { ok: false, problem: tooLarge } : { ok: true, value: bytes },
    readPieces: async (most, take) => {
      if (bytes.length > most) return tooLarge;
      await take(bytes);
      return null;
    },
    atPath: async (use) => {
      const folder = await mkdtemp(join(tmpdir(), "latchkey-held-"));
      const path = join(folder, "file");
      try {
        await writeFile(path, bytes);
        return await use(path);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    discard: async () => undefined,
  };
}
