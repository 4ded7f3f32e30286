import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readFileWithin } from "../../../main/files/read-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-read-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("reads a file to its end, through a link, and an empty one", async () => {
  const path = join(folder, "profile.plist");
  for (const size of [0, 1, 4095, 4096, 3_000_000]) {
    const bytes = Buffer.alloc(size, "latchkey");
    writeFileSync(path, bytes);
    const read = await readFileWithin(path, 3_000_000);
    expect(read instanceof Uint8Array && bytes.equals(read)).toBe(true);
  }
  symlinkSync("profile.plist", join(folder, "link"));
  expect(await readFileWithin(join(folder, "link"), 3_000_000)).toHaveLength(3_000_000);
});

it("attack: a pipe that nobody writes to is refused and not waited for", async () => {
  const path = join(folder, "pipe.mobileconfig");
  execFileSync("mkfifo", [path]);
  expect(await readFileWithin(path, 100)).toEqual({
    code: "file-not-read",
    title: `${path} could not be read.`,
    detail: "It is a named pipe.",
    fix: "Name a file.",
  });
});

it("attack: a device that never ends is refused, also behind a link", async () => {
  const path = join(folder, "zero.mobileconfig");
  symlinkSync("/dev/zero", path);
  expect(await readFileWithin(path, 100)).toMatchObject({ detail: "It is a device." });
});

it("attack: a socket is refused", async () => {
  const path = join(folder, "socket");
  const server = createServer();
  await new Promise<void>((done) => server.listen(path, done));
  expect(await readFileWithin(path, 100)).toMatchObject({ detail: "It is a socket." });
  server.close();
});

it("attack: a file of a terabyte is refused before it is read", async () => {
  const path = join(folder, "huge.plist");
  writeFileSync(path, "");
  truncateSync(path, 2 ** 40);
  expect(await readFileWithin(path, 16 * 1024 * 1024)).toMatchObject({
    code: "file-too-large",
    title: `${path} is too large.`,
    detail: "It has 1048576 MB; the limit is 16 MB.",
  });
});

it.runIf(process.platform === "linux")(
  "attack: a file that states no size and goes on is read to the limit",
  async () => {
    expect(await readFileWithin("/proc/self/environ", 1)).toMatchObject({ code: "file-too-large" });
    expect(await readFileWithin("/proc/self/status", 1_000_000)).toBeInstanceOf(Uint8Array);
  },
);

it("says that a folder is one, and that a file is missing", async () => {
  mkdirSync(join(folder, "sub"));
  expect(await readFileWithin(join(folder, "sub"), 100)).toMatchObject({ detail: "It is a folder." });
  expect(await readFileWithin(join(folder, "no"), 100)).toMatchObject({ detail: "There is no such file." });
});
