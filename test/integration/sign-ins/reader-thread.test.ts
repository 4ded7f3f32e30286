import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, it } from "vitest";
import { allRows } from "../../../main/core/sign-ins/index.ts";
import { readerIn } from "../../../main/sign-in-logs/open-log.ts";
import { openThrough } from "../../../main/sign-in-logs/reader/ask.ts";
import { createReaders } from "../../../main/sign-in-logs/reader/kept-reader.ts";
import { graphRow, testRow } from "../../support/sign-in-rows.ts";

const entry = pathToFileURL(resolve(import.meta.dirname, "../../../dist/main/log-reader.js"));
const folder = mkdtempSync(join(tmpdir(), "latchkey-reader-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const path = join(folder, "log.json");
writeFileSync(path, JSON.stringify(Array.from({ length: 50 }, (_, index) => graphRow(testRow(index)))));

async function open(reader = readerIn(entry)) {
  const opened = await openThrough(reader, folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  return opened.value;
}

const spills = () => readdirSync(folder).filter((name) => name.startsWith("latchkey-sign-ins-"));

it("the built reader reads in a thread of its own, again and again, and leaves nothing on disk", async () => {
  for (let time = 0; time < 3; time += 1) {
    const log = await open();
    expect(spills()).toHaveLength(1);
    const added = await log.add(path, "log.json");
    expect(added.ok && added.value.rows).toBe(50);
    const totals = await log.totals(allRows);
    expect(totals.ok && totals.value.rows).toBe(50);
    await log.close();
    expect(spills()).toEqual([]);
  }
});

it("a thread that dies in the middle ends in a problem, and its folder goes while the process lives on", async () => {
  const reader = readerIn(entry);
  const log = await open(reader);
  expect(spills()).toHaveLength(1);
  const added = log.add(path, "log.json");
  await reader.end();
  const answer = await added;
  expect(!answer.ok && answer.problem.code).toBe("log-reader-ended");
  const later = await log.totals(allRows);
  expect(!later.ok && later.problem.code).toBe("log-reader-ended");
  await log.close();
  await expect.poll(spills, { timeout: 60_000 }).toEqual([]);
});

it("an entry that cannot be loaded is a problem and no hang", async () => {
  const opened = await openThrough(readerIn(pathToFileURL(join(folder, "missing.js"))), folder);
  expect(!opened.ok && opened.problem.code).toBe("log-reader-ended");
});

it("one thread reads a log after the other, each with a folder of its own, and another takes over when it has died", async () => {
  const started: ReturnType<typeof readerIn>[] = [];
  const openKept = createReaders(() => {
    const reader = readerIn(entry);
    started.push(reader);
    return reader;
  });
  for (let time = 0; time < 3; time += 1) {
    const opened = await openKept(folder);
    if (!opened.ok) throw new Error(opened.problem.title);
    expect(spills()).toHaveLength(1);
    const added = await opened.value.add(path, "log.json");
    expect(added.ok && [added.value.rows, added.value.duplicates]).toEqual([50, 0]);
    await opened.value.close();
    expect(spills()).toEqual([]);
  }
  expect(started).toHaveLength(1);
  await started[0]?.end();
  const after = await openKept(folder);
  expect([after.ok, started.length]).toEqual([true, 2]);
  if (after.ok) await after.value.close();
  await started[1]?.end();
});
