import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignInReport } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog } from "../../../main/sign-in-logs/index.ts";
import {
  graphRow,
  monitorRow,
  portalCsv,
  type TestRow,
  tableCsv,
  tableRow,
  testRow,
} from "../../support/sign-in-rows.ts";

const codes = [0, 0, 50076, 50074, 53003, 50126, 50053, 50057, 700016, 500121, 50140];
const rows: readonly TestRow[] = Array.from({ length: 44 }, (_, index) =>
  testRow(index, { code: codes[index % codes.length] ?? 0 }),
);
const expected = {
  "password-correct-mfa": 8,
  "password-correct-blocked": 4,
  "password-wrong": 4,
  "locked-out": 4,
  "account-state": 4,
  misconfigured: 4,
  other: 8,
  success: 8,
};

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function reportOf(name: string, bytes: string | Uint8Array): Promise<SignInReport> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const log = await openSignInLog(folder);
  if (!log.ok) throw new Error(log.problem.title);
  try {
    const added = await log.value.add(path, name);
    if (!added.ok) throw new Error(`${added.problem.title} ${added.problem.detail}`);
    return await log.value.report({ appIds: [], since: null }, null);
  } finally {
    await log.value.close();
  }
}

const graph = rows.map(graphRow);
const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join("\n");
const marked = (text: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);

const shapes: readonly (readonly [string, () => string | Uint8Array])[] = [
  ["array.json", () => JSON.stringify(graph, null, 1)],
  ["array-with-mark.json", () => marked(JSON.stringify(graph))],
  [
    "envelope.json",
    () => JSON.stringify({ "@odata.context": "x", value: graph, "@odata.nextLink": "https://graph.example" }),
  ],
  ["lines.ndjson", () => `${lines(graph)}\n`],
  [
    "objects-one-after-the-other.json",
    () => graph.map((record) => JSON.stringify(record, null, 2)).join("\n"),
  ],
  [
    "utf-16.json",
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(graph), "utf16le")]),
  ],
  ["packed.json.gz", () => gzipSync(JSON.stringify({ value: graph }))],
  ["packed-array.json.gz", () => gzipSync(marked(JSON.stringify(graph)))],
  ["monitor.json", () => lines(rows.map(monitorRow))],
  ["event-hub.json", () => JSON.stringify({ records: rows.map(monitorRow) })],
  [
    "event-hub-lines.json",
    () =>
      lines([{ records: rows.slice(0, 20).map(monitorRow) }, { records: rows.slice(20).map(monitorRow) }]),
  ],
  [
    "capture.json",
    () =>
      JSON.stringify([
        { records: rows.slice(0, 9).map(monitorRow) },
        { records: rows.slice(9).map(monitorRow) },
      ]),
  ],
  ["table.json", () => JSON.stringify(rows.map(tableRow))],
  [
    "query-answer.json",
    () =>
      JSON.stringify({
        tables: [
          {
            name: "PrimaryResult",
            columns: Object.keys(tableRow(testRow(0))).map((name) => ({ name, type: "string" })),
            rows: rows.map((row) => Object.values(tableRow(row))),
          },
        ],
      }),
  ],
  ["portal.csv", () => marked(portalCsv(rows))],
  ["portal.csv.gz", () => gzipSync(portalCsv(rows))],
  [
    "portal-utf-16.csv",
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(portalCsv(rows), "utf16le")]),
  ],
  ["table.csv", () => marked(tableCsv(rows))],
];

describe("the same log", () => {
  it.each(shapes)("gives the same counts as %s", async (name, bytes) => {
    const report = await reportOf(name, bytes());
    expect(report.classes).toEqual(expected);
    expect(report).toMatchObject({
      rows: 44,
      read: 44,
      skipped: 0,
      duplicates: 0,
      realFailures: 24,
      interrupts: 4,
    });
    expect(report.period).toEqual({ from: "2026-11-09T00:00:00.000Z", to: "2026-11-09T00:43:00.000Z" });
    expect(report.byUser).toHaveLength(5);
    expect(report.byApp).toEqual([
      expect.objectContaining({
        appId: "0a0a0a0a-1111-4222-8333-444455556666",
        rows: 44,
        app: "Jamf Connect",
      }),
    ]);
  });

  it("counts once what several files hold, in whatever shape", async () => {
    const log = await openSignInLog(folder);
    if (!log.ok) throw new Error(log.problem.title);
    const path = join(folder, "twice.json");
    await writeFile(path, JSON.stringify(graph.slice(0, 30)));
    const other = join(folder, "twice.csv");
    await writeFile(other, portalCsv(rows.slice(20)));
    await log.value.add(path, "twice.json");
    const second = await log.value.add(other, "twice.csv");
    expect(second.ok && second.value.duplicates).toBe(10);
    const report = await log.value.report({ appIds: [], since: null }, null);
    expect(report).toMatchObject({ rows: 44, duplicates: 10, classes: expected });
    await log.value.close();
  });

  it("leaves nothing behind", async () => {
    expect((await readdir(folder)).filter((name) => name.startsWith("latchkey-"))).toEqual([]);
  });
});
