import { isUtf8 } from "node:buffer";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isFileUtf8 } from "../../../main/sign-in-logs/csv-text.ts";
import { assertProperty } from "../../support/assert-property.ts";

const block = 1024 * 1024;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "csv-text-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function isFile(bytes: Uint8Array, size = bytes.length, signal: AbortSignal | null = null) {
  const path = join(folder, "log.csv");
  await writeFile(path, bytes);
  return isFileUtf8(path, size, signal);
}

describe("whether a file is UTF-8", () => {
  it.each(["é", "€", "😀"])(
    "a character may stand across the border of two blocks: %s",
    async (character) => {
      for (let before = 1; before <= 4; before += 1) {
        const text = `${"a".repeat(block - before)}${character}${"b".repeat(10)}`;
        expect(await isFile(Buffer.from(text))).toBe(true);
      }
    },
  );

  it("a byte that is none is found wherever it stands", async () => {
    for (const at of [0, block - 1, block, block + 1, 2 * block - 1]) {
      const bytes = Buffer.alloc(2 * block, "a");
      bytes[at] = 0xe9;
      expect(await isFile(bytes)).toBe(false);
    }
  });

  it("a character that is cut off at the end is none", async () => {
    expect(await isFile(Buffer.from("aé").subarray(0, 2))).toBe(false);
    expect(await isFile(Buffer.from(`${"a".repeat(block - 1)}€`).subarray(0, block + 1))).toBe(false);
  });

  it("what a file has grown by since it was opened is not looked at", async () => {
    expect(await isFile(Buffer.concat([Buffer.from("abc"), Buffer.of(0xff)]), 3)).toBe(true);
  });

  it("an empty file is, and one that became shorter ends where it ends", async () => {
    expect(await isFile(new Uint8Array())).toBe(true);
    expect(await isFile(Buffer.from("abc"), 100)).toBe(true);
  });

  it("whatever bytes stand at a border, it says what is said of all of them at once", async () => {
    const piece = fc.tuple(fc.uint8Array({ maxLength: 12 }), fc.integer({ min: 0, max: 12 }));
    await assertProperty(
      fc.asyncProperty(piece, async ([own, before]) => {
        const bytes = Buffer.concat([Buffer.alloc(block - before, "a"), own]);
        expect(await isFile(bytes)).toBe(isUtf8(bytes));
      }),
      "dear",
    );
  });
});
