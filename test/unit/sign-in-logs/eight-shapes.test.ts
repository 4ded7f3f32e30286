import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allRows, type FileReading, type SignInReport } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog, type SignInLog } from "../../../main/sign-in-logs/index.ts";
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
/** Each shape has an application and ids of its own, so that all of them stand in one log. */
const appOf = (shape: number) => `0a0a0a0a-1111-4222-8333-${String(shape).padStart(12, "0")}`;
const rowsOf = (shape: number): readonly TestRow[] =>
  Array.from({ length: 44 }, (_, index) => {
    const { id, correlationId } = testRow(shape * 1000 + index);
    return testRow(index, { id, correlationId, appId: appOf(shape), code: codes[index % codes.length] ?? 0 });
  });
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
let log: SignInLog;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-test-"));
  const opened = await openSignInLog(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  log = opened.value;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function add(name: string, bytes: string | Uint8Array): Promise<FileReading> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const added = await log.add(path, name);
  if (!added.ok) throw new Error(`${added.problem.title} ${added.problem.detail}`);
  return added.value;
}

async function reportOf(appId: string): Promise<SignInReport> {
  const report = await log.report({ ...allRows, appIds: [appId] }, null);
  if (!report.ok) throw new Error(report.problem.title);
  return report.value.report;
}

const lines = (records: readonly unknown[]) => records.map((record) => JSON.stringify(record)).join("\n");
const marked = (text: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]);

type Write = (rows: readonly TestRow[]) => string | Uint8Array;
const graphOf = (rows: readonly TestRow[]) => rows.map(graphRow);

const shapes: readonly (readonly [string, Write])[] = [
  ["array.json", (rows) => JSON.stringify(graphOf(rows), null, 1)],
  ["array-with-mark.json", (rows) => marked(JSON.stringify(graphOf(rows)))],
  [
    "envelope.json",
    (rows) =>
      JSON.stringify({
        "@odata.context": "x",
        value: graphOf(rows),
        "@odata.nextLink": "https://graph.example",
      }),
  ],
  ["lines.ndjson", (rows) => `${lines(graphOf(rows))}\n`],
  [
    "objects-one-after-the-other.json",
    (rows) =>
      graphOf(rows)
        .map((record) => JSON.stringify(record, null, 2))
        .join("\n"),
  ],
  [
    "utf-16.json",
    (rows) =>
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(graphOf(rows)), "utf16le")]),
  ],
  ["packed.json.gz", (rows) => gzipSync(JSON.stringify({ value: graphOf(rows) }))],
  ["packed-array.json.gz", (rows) => gzipSync(marked(JSON.stringify(graphOf(rows))))],
  ["monitor.json", (rows) => lines(rows.map(monitorRow))],
  ["event-hub.json", (rows) => JSON.stringify({ records: rows.map(monitorRow) })],
  [
    "event-hub-lines.json",
    (rows) =>
      lines([{ records: rows.slice(0, 20).map(monitorRow) }, { records: rows.slice(20).map(monitorRow) }]),
  ],
  [
    "capture.json",
    (rows) =>
      JSON.stringify([
        { records: rows.slice(0, 9).map(monitorRow) },
        { records: rows.slice(9).map(monitorRow) },
      ]),
  ],
  ["table.json", (rows) => JSON.stringify(rows.map(tableRow))],
  [
    "query-answer.json",
    (rows) =>
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
  ["portal.csv", (rows) => marked(portalCsv(rows))],
  ["portal.csv.gz", (rows) => gzipSync(portalCsv(rows))],
  [
    "portal-utf-16.csv",
    (rows) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(portalCsv(rows), "utf16le")]),
  ],
  ["table.csv", (rows) => marked(tableCsv(rows))],
];

describe("the same log", () => {
  it.each(shapes.map((shape, index) => [...shape, index + 1] as const))(
    "gives the same counts as %s",
    async (name, write, shape) => {
      const read = await add(name, write(rowsOf(shape)));
      expect(read).toMatchObject({ rows: 44, skipped: 0, duplicates: 0, undated: 0 });
      const report = await reportOf(appOf(shape));
      expect(report.classes).toEqual(expected);
      expect(report).toMatchObject({ rows: 44, realFailures: 24, interrupts: 4 });
      expect(report.period).toEqual({ from: "2026-11-09T00:00:00.000Z", to: "2026-11-09T00:43:00.000Z" });
      expect(report.byUser).toHaveLength(5);
      expect(report.byApp).toEqual([
        expect.objectContaining({ appId: appOf(shape), rows: 44, app: "Jamf Connect" }),
      ]);
    },
  );

  it("counts once what several files hold, in whatever shape", async () => {
    const rows = rowsOf(99);
    await add("twice.json", JSON.stringify(graphOf(rows).slice(0, 30)));
    const second = await add("twice.csv", portalCsv(rows.slice(20)));
    expect(second.duplicates).toBe(10);
    expect(await reportOf(appOf(99))).toMatchObject({
      rows: 44,
      classes: expected,
      // Entra names a protocol on successful rows only.
      withProtocol: expected.success,
    });
  });

  it("leaves nothing behind", async () => {
    await log.close();
    expect((await readdir(folder)).filter((name) => name.startsWith("latchkey-"))).toEqual([]);
  });
});
