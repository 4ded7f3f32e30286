import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { createFileHandles, readGiven } from "../../../../main/app/files/file-handles.ts";
import { giveByPath } from "../../../../main/hosts/electron/given-files.ts";

/** Handles that can be told apart: h1, h2 and so on. */
function handles(most = 10) {
  let last = 0;
  return createFileHandles(most, () => {
    last += 1;
    return `h${last}`;
  });
}

it("a handle stands for the file where it lies, once, and discarding it leaves the file alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "latchkey-given-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "staff.plist");
  writeFileSync(path, "settings");
  const files = handles();
  expect(giveByPath(files, path)).toEqual({ ok: true, value: "h1" });
  expect(giveByPath(files, path)).toEqual({ ok: true, value: "h2" });
  const read = await readGiven(files, "h1", 100);
  expect(read).toMatchObject({ ok: true, value: { name: "staff.plist" } });
  expect(await readGiven(files, "h1", 100)).toMatchObject({ problem: { code: "file-gone" } });
  await files.clear();
  expect(await readGiven(files, "h2", 100)).toMatchObject({ problem: { code: "file-gone" } });
  expect(giveByPath(files, path).ok).toBe(true);
  expect(await readGiven(files, "h3", 3)).toMatchObject({ problem: { code: "file-too-large" } });
});

it("attack: what is no path of a file on this machine gets no handle", () => {
  const files = handles();
  const wrong = [
    "",
    "staff.plist",
    "../staff.plist",
    `/${"x".repeat(32_767)}`,
    null,
    7,
    { path: "/etc/passwd" },
  ];
  for (const path of wrong) {
    expect(giveByPath(files, path)).toMatchObject({ ok: false, problem: { code: "file-without-place" } });
  }
});

it("the oldest handle is worth nothing any more where more wait than may", async () => {
  const files = handles(2);
  for (const name of ["/a", "/b", "/c"]) giveByPath(files, name);
  expect(files.take("h1").ok).toBe(false);
  expect(files.take("h2").ok).toBe(true);
  expect(files.take("h3").ok).toBe(true);
});
