import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createRecentFiles } from "../../../../main/app/recents/recent-files.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-recents-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opened = (name: string, path: string | null = `/profiles/${name}`) => ({
  name,
  path,
  openedAt: "2026-11-29T10:14:00.000Z",
  provider: "EntraID",
  errors: 1,
  warnings: 2,
});

test("the list outlives the app, the newest first, each file once, with its last test", async () => {
  const first = createRecentFiles(folder);
  first.opened(opened("a.mobileconfig"), "id-a");
  first.opened(opened("b.mobileconfig"), "id-b");
  first.tested(opened("a.mobileconfig"), { short: "MFA · clean", tone: "ok" });
  first.opened(opened("a.mobileconfig"), "id-other");
  await first.settled();
  const second = createRecentFiles(folder);
  expect((await second.list()).map(({ id, lastTest }) => [id, lastTest?.short])).toEqual([
    ["id-a", "MFA · clean"],
    ["id-b", undefined],
  ]);
  expect(await second.open("id-b")).toMatchObject({
    ok: true,
    value: { place: { path: "/profiles/b.mobileconfig" } },
  });
  expect(await second.open("id-c")).toMatchObject({ problem: { code: "recent-unknown" } });
});

test("only the owner may read it, twelve are kept, and forgetting leaves nothing", async () => {
  const recents = createRecentFiles(folder);
  for (let n = 0; n < 20; n += 1) recents.opened(opened(`${n}.plist`), `id-${n}`);
  await recents.settled();
  const path = join(folder, "recent-files.json");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await recents.list()).toHaveLength(12);
  await recents.forgetAll();
  expect(await recents.list()).toEqual([]);
  await expect(stat(path)).rejects.toThrow();
});

test("a browser's list has no paths and never touches the disk", async () => {
  const recents = createRecentFiles(null);
  recents.opened(opened("a.mobileconfig", null), "id-a");
  expect(await recents.list()).toHaveLength(1);
  expect(await recents.open("id-a")).toMatchObject({ problem: { code: "recent-without-path" } });
});

test.each(["", "not json", "{}", '[{"id":1}]', `[${"[".repeat(5000)}`])(
  "attack: a damaged list (%j) is an empty one, and is replaced",
  async (content) => {
    await writeFile(join(folder, "recent-files.json"), content);
    const recents = createRecentFiles(folder);
    expect(await recents.list()).toEqual([]);
    recents.opened(opened("a.mobileconfig"), "id-a");
    await recents.settled();
    expect(await readFile(join(folder, "recent-files.json"), "utf8")).toContain("id-a");
  },
);
