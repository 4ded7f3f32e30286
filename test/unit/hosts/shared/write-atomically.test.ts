import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { notWritten, writeAtomically } from "../../../../main/hosts/shared/write-atomically.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("replaces a file and keeps the asked permissions", async () => {
  const path = join(folder, "profile.plist");
  writeFileSync(path, "old");
  expect(await writeAtomically(path, Buffer.from("new"), 0o600)).toBeNull();
  expect(readFileSync(path, "utf8")).toBe("new");
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("leaves nothing behind when the place cannot be written", async () => {
  const missing = join(folder, "missing");
  const problem = await writeAtomically(join(missing, "profile.plist"), Buffer.from("x"));
  expect(problem?.code).toBe("file-not-written");
  expect(problem?.detail).toBe(`There is no folder ${missing}. What was there before is unchanged.`);
  expect(readdirSync(folder)).toEqual([]);
});

it("leaves no draft when the target is a folder", async () => {
  const problem = await writeAtomically(folder, Buffer.from("x"));
  expect(problem?.code).toBe("file-not-written");
  expect(problem?.detail).toBe(`${folder} is a folder. What was there before is unchanged.`);
  expect(readdirSync(folder)).toEqual([]);
});

it("says that a folder in the path is a file", async () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const problem = await writeAtomically(join(file, "profile.plist"), Buffer.from("x"));
  expect(problem?.detail).toBe(`${file} is not a folder. What was there before is unchanged.`);
});

it.each([
  ["EACCES", "You may not write to the folder"],
  ["EPERM", "You may not write to the folder"],
  ["EROFS", "is on a disk that is read-only."],
  ["ENOSPC", "is full."],
  ["EIO", "The system says EIO."],
])("says what %s means", (code, words) => {
  expect(notWritten(join(folder, "profile.plist"), code).detail).toContain(words);
});
