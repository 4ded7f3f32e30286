import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

import { writeZip, type ZipFile } from "../../../../main/core/report/write-zip.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);
const when = "2026-11-23T18:31:30.000Z";
const files: readonly ZipFile[] = [
  { name: "report.md", bytes: bytes("# Report\n") },
  { name: "übersicht/empty.txt", bytes: new Uint8Array() },
  { name: "all-bytes.bin", bytes: Uint8Array.from({ length: 256 }, (_, index) => index) },
];

function zip(what: readonly ZipFile[]): Uint8Array {
  const written = writeZip(what, when);
  if (!written.ok) throw new Error(written.problem.detail);
  return written.value;
}

/** What a program of this machine prints; null, and a line that says so, where it is not installed. */
function opinionOf(program: string, ...args: readonly string[]): string | null {
  try {
    return execFileSync(program, args, { encoding: "utf8" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    console.log(`${program} is not here: its opinion on our archives was not asked.`);
    return null;
  }
}

describe("an archive", () => {
  const path = join(folder, "a.zip");
  writeFileSync(path, zip(files));

  test("is read by Python, names, times and contents", () => {
    const script = `
import sys, zipfile, json, base64
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([[i.filename, list(i.date_time), i.external_attr >> 16, base64.b64encode(z.read(i)).decode()] for i in z.infolist()]))`;
    const read = opinionOf("python3", "-c", script, path);
    if (read === null) return;
    expect(JSON.parse(read)).toEqual(
      files.map((file) => [
        file.name,
        [2026, 11, 23, 18, 31, 30],
        0o100600,
        Buffer.from(file.bytes).toString("base64"),
      ]),
    );
  });

  test("is unpacked by unzip", () => {
    if (opinionOf("unzip", "-tq", path) === null) return;
    execFileSync("unzip", ["-qo", path, "report.md", "all-bytes.bin", "-d", folder]);
    expect(readFileSync(join(folder, "report.md"), "utf8")).toBe("# Report\n");
    expect(statSync(join(folder, "all-bytes.bin")).size).toBe(256);
  });

  test("can be empty", () => {
    expect(Buffer.from(zip([])).toString("hex")).toBe(`504b0506${"00".repeat(18)}`);
  });

  test.each(["/etc/passwd", "../x", "a/../b", "a\\b", "C:x", "", "a//b", "./a", "a\0b"])(
    "refuses the name %j",
    (name) => {
      expect(writeZip([{ name, bytes: bytes("x") }], when)).toMatchObject({
        ok: false,
        problem: { code: "zip-not-writable" },
      });
    },
  );

  test("refuses one name for two files", () => {
    const twice = [files[0], files[0]].filter((file) => file !== undefined);
    expect(writeZip(twice, when).ok).toBe(false);
  });
});
