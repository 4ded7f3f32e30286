import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { allRows, type FirstNumber } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog, type SignInLog } from "../../../main/sign-in-logs/index.ts";
import { graphRow, portalCsv, testRow } from "../../support/sign-in-rows.ts";

const jamf = "0a0a0a0a-1111-4222-8333-00000000000a";
const other = "0a0a0a0a-1111-4222-8333-00000000000b";
const codes = [0, 50076, 50126, 50140, 53003];
const reason = "r".repeat(100_000);
const rows = Array.from({ length: 400 }, (_, index) =>
  testRow(index, { appId: index < 240 ? jamf : other, code: codes[index % codes.length] ?? 0, reason }),
);
const text = `{"value":[${rows.map((row) => JSON.stringify(graphRow(row))).join(",\n")}]}`;

let folder = "";
let log: SignInLog;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-long-"));
  const opened = await openSignInLog(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  log = opened.value;
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

async function write(name: string, bytes: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
}

const total = async () => {
  const totals = await log.totals(allRows);
  return totals.ok ? totals.value : null;
};

it("a long file that is stopped after its first number leaves nothing in the numbers", async () => {
  const stop = new AbortController();
  const read = await log.add(await write("stopped.json", text), "stopped.json", {
    signal: stop.signal,
    first: () => stop.abort(),
  });
  expect(!read.ok && read.problem.code).toBe("stopped");
  expect((await total())?.rows).toBe(0);
});

it("the first number of a long file comes before its rows, by application, and is the one that they have", async () => {
  const first: (readonly FirstNumber[])[] = [];
  const shares: number[] = [];
  let rowsThen: number | undefined;
  const read = await log.add(await write("long.json.gz", gzipSync(text)), "long.json.gz", {
    progress: (share) => shares.push(share),
    first: (numbers) => {
      first.push(numbers);
      void total().then((totals) => {
        rowsThen = totals?.rows;
      });
    },
  });
  expect(read.ok && read.value.rows).toBe(400);
  expect(first).toEqual([
    [
      { appId: jamf, rows: 240, realFailures: 96, correct: 48 },
      { appId: other, rows: 160, realFailures: 64, correct: 32 },
    ],
  ]);
  expect(rowsThen).toBe(0);
  expect(await total()).toMatchObject({ rows: 400, realFailures: 160 });
  expect(shares.length).toBeGreaterThan(0);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(Math.max(...shares)).toBeLessThanOrEqual(1);
});

it("a long CSV file has its first number, too, and its rows count once", async () => {
  const before = (await total())?.rows ?? 0;
  const own = rows.map((_, index) =>
    testRow(10_000 + index, { appId: jamf, code: codes[index % codes.length] ?? 0, reason }),
  );
  const first: (readonly FirstNumber[])[] = [];
  const read = await log.add(await write("long.csv", portalCsv(own)), "long.csv", {
    first: (numbers) => first.push(numbers),
  });
  expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([400, 0]);
  expect(first).toEqual([[{ appId: jamf, rows: 400, realFailures: 160, correct: 80 }]]);
  expect((await total())?.rows).toBe(before + 400);
});

it("a short file is read at once", async () => {
  let asked = false;
  const short = JSON.stringify([graphRow(testRow(5000))]);
  const read = await log.add(await write("short.json", short), "short.json", {
    first: () => {
      asked = true;
    },
  });
  expect([read.ok, asked]).toEqual([true, false]);
});
