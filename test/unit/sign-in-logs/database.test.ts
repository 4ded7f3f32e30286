import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Databases, openDatabase } from "../../../main/sign-in-logs/database.ts";

let folder = "";
let databases: Databases;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-database-"));
  const opened = await openDatabase(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  databases = opened.value;
});
afterEach(async () => {
  databases.close();
  await rm(folder, { recursive: true, force: true });
});

it("works in as many threads as it was told, for the questions as well", async () => {
  const { loading, asking } = databases;
  const threads = async () => (await asking.rows("SELECT current_setting('threads')"))[0]?.[0];
  expect(await threads()).toBe(1);
  for (const wanted of [3, 3, 1, 2]) {
    await loading.setThreads(wanted);
    expect(await threads()).toBe(wanted);
  }
});
