import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeAtomically } from "../../../../main/hosts/shared/write-atomically.ts";

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
  const problem = await writeAtomically(join(folder, "missing", "profile.plist"), Buffer.from("x"));
  expect(problem?.code).toBe("file-not-written");
  expect(problem?.detail).toContain("ENOENT");
  expect(readdirSync(folder)).toEqual([]);
});

it("leaves no draft when the target is a folder", async () => {
  expect((await writeAtomically(folder, Buffer.from("x")))?.code).toBe("file-not-written");
  expect(readdirSync(folder)).toEqual([]);
});
