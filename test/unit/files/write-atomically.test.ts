import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isForeignLink } from "../../../main/files/follow-links.ts";
import { notWritten, writeAtomically } from "../../../main/files/write-atomically.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latchkey-write-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text = "new") => writeAtomically(path, Buffer.from(text));
const modeOf = (path: string) => statSync(path).mode & 0o777;

it("attack: a profile with a secret is not open to other users of the machine", async () => {
  const path = join(folder, "profile.plist");
  expect(await write(path)).toBeNull();
  expect(modeOf(path)).toBe(0o600);
});

it("keeps the mode of a file that was there", async () => {
  const path = join(folder, "profile.plist");
  for (const mode of [0o640, 0o644, 0o600, 0o444]) {
    writeFileSync(path, "old");
    chmodSync(path, mode);
    expect(await write(path)).toBeNull();
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(modeOf(path)).toBe(mode);
    rmSync(path);
  }
});

it("narrows it where only the owner may read what is written", async () => {
  const path = join(folder, "run.json");
  writeFileSync(path, "old");
  chmodSync(path, 0o644);
  expect(await writeAtomically(path, Buffer.from("new"), { ownerOnly: true })).toBeNull();
  expect(modeOf(path)).toBe(0o600);
});

it.runIf(process.geteuid?.() === 0)("keeps the owner of a file where the system allows that", async () => {
  const path = join(folder, "profile.plist");
  writeFileSync(path, "old");
  chownSync(path, 12345, 23456);
  chmodSync(path, 0o640);
  expect(await write(path)).toBeNull();
  const { uid, gid } = statSync(path);
  expect({ uid, gid, mode: modeOf(path) }).toEqual({ uid: 12345, gid: 23456, mode: 0o640 });
});

describe("a place that is no regular file", () => {
  it("attack: a named pipe in the place of the target is left as it is", async () => {
    const path = join(folder, "out.plist");
    execFileSync("mkfifo", [path]);
    const detail = `${path} is a named pipe. What was there before is unchanged.`;
    expect((await write(path))?.detail).toBe(detail);
    expect(statSync(path).isFIFO()).toBe(true);
    expect(readdirSync(folder)).toEqual(["out.plist"]);
  });

  it("attack: a device is not replaced by a file", async () => {
    const link = join(folder, "out.plist");
    symlinkSync("/dev/null", link);
    expect((await write(link))?.detail).toContain(`${link} is a device.`);
    expect(readlinkSync(link)).toBe("/dev/null");
  });

  it("attack: a socket in the place of the target is left as it is", async () => {
    const path = join(folder, "out.plist");
    const server = createServer();
    await new Promise<void>((done) => server.listen(path, done));
    expect((await write(path))?.detail).toContain(`${path} is a socket.`);
    expect(statSync(path).isSocket()).toBe(true);
    server.close();
  });
});

describe("a symbolic link", () => {
  it("stays, and the file at its end is written", async () => {
    mkdirSync(join(folder, "real"));
    const target = join(folder, "real", "profile.plist");
    writeFileSync(target, "old");
    chmodSync(target, 0o640);
    symlinkSync("real", join(folder, "way"));
    symlinkSync("../way/profile.plist", join(folder, "real", "two"));
    symlinkSync(join("way", "two"), join(folder, "one"));
    expect(await write(join(folder, "one"))).toBeNull();
    expect(readFileSync(target, "utf8")).toBe("new");
    expect(modeOf(target)).toBe(0o640);
    expect(readlinkSync(join(folder, "one"))).toBe("way/two");
    expect(readdirSync(join(folder, "real")).sort()).toEqual(["profile.plist", "two"]);
  });

  it("that leads to no file yet makes that file", async () => {
    const link = join(folder, "link");
    symlinkSync("later.plist", link);
    expect(await write(link)).toBeNull();
    expect(readlinkSync(link)).toBe("later.plist");
    expect(readFileSync(join(folder, "later.plist"), "utf8")).toBe("new");
  });

  it("that leads back to itself is a clear problem", async () => {
    const link = join(folder, "link");
    symlinkSync("link", link);
    expect((await write(link))?.detail).toContain(`${link} is a link that leads back to itself.`);
  });

  it("attack: a link that somebody else laid out in a folder for everybody is not followed", () => {
    const tmp = { mode: 0o41777, uid: 0 };
    expect(isForeignLink({ mode: 0o120777, uid: 1001 }, tmp, 1000)).toBe(true);
    expect(isForeignLink({ mode: 0o120777, uid: 1000 }, tmp, 1000)).toBe(false);
    expect(isForeignLink({ mode: 0o120777, uid: 0 }, tmp, 1000)).toBe(false);
    expect(isForeignLink({ mode: 0o120777, uid: 1001 }, { mode: 0o40755, uid: 0 }, 1000)).toBe(false);
    expect(isForeignLink({ mode: 0o120777, uid: 1001 }, tmp, null)).toBe(false);
  });
});

describe("a draft that a killed write left", () => {
  /** No process has a number above this one (pid_max). */
  const gone = 4_194_305;
  const draft = (name: string, writer: number) => `.${name}.${writer}-0123456789ab.part`;

  it("attack: secrets of a killed write are gone after the next write to the same place", async () => {
    writeFileSync(join(folder, draft("profile.plist", gone)), "secret");
    writeFileSync(join(folder, draft("other.plist", gone)), "of another file");
    writeFileSync(join(folder, draft("profile.plist", process.ppid)), "being written");
    writeFileSync(join(folder, draft("profile.plist", process.pid)), "being written");
    mkdirSync(join(folder, draft("profile.plist", gone - 1)));
    expect(await write(join(folder, "profile.plist"))).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(
      [
        draft("other.plist", gone),
        draft("profile.plist", process.ppid),
        draft("profile.plist", process.pid),
        draft("profile.plist", gone - 1),
        "profile.plist",
      ].sort(),
    );
  });

  it("goes too when its process number belongs to another program by now", async () => {
    for (const writer of [process.ppid, process.pid]) {
      const path = join(folder, draft("profile.plist", writer));
      writeFileSync(path, "secret");
      utimesSync(path, 1_700_000_000, 1_700_000_000);
    }
    expect(await write(join(folder, "profile.plist"))).toBeNull();
    expect(readdirSync(folder)).toEqual(["profile.plist"]);
  });

  it("does not make the name too long of a file whose name just is not", async () => {
    const path = join(folder, "ü".repeat(125));
    expect(await write(path)).toBeNull();
    expect(readFileSync(path, "utf8")).toBe("new");
  });
});

it("two writes to one place at once leave one of the two, whole", async () => {
  const path = join(folder, "profile.plist");
  const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(100_000));
  const problems = await Promise.all(texts.map((text) => write(path, text)));
  expect(problems).toEqual(texts.map(() => null));
  expect(texts).toContain(readFileSync(path, "utf8"));
  expect(readdirSync(folder)).toEqual(["profile.plist"]);
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
