import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Result } from "../../../main/core/problem.ts";
import {
  allRows,
  everySelected,
  type FileReading,
  type RowQuery,
} from "../../../main/core/sign-ins/index.ts";
import { openSignInLog, type SignInLog } from "../../../main/sign-in-logs/index.ts";
import { graphRow, monitorRow, portalCsv, portalHeader, testRow } from "../../support/sign-in-rows.ts";

let folder = "";
let log: SignInLog;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-bad-"));
  const opened = await openSignInLog(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  log = opened.value;
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

async function add(name: string, bytes: string | Uint8Array): Promise<Result<FileReading>> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return log.add(path, name);
}

const everyRow: RowQuery = { ...everySelected, sort: "at", descending: false, offset: 0, limit: 10 };
const total = async () => {
  const totals = await log.totals(allRows);
  return totals.ok ? totals.value.rows : -1;
};

/** Rows of their own numbers, so that no file repeats another's. */
let next = 1000;
const rows = (count: number, over: Parameters<typeof testRow>[1] = {}) =>
  Array.from({ length: count }, () => testRow(next++, over));
const json = (count: number) => rows(count).map((row) => JSON.stringify(graphRow(row)));

describe("a log that is not whole is read as far as it goes, and what is missing is told with its line", () => {
  it.each([
    ["cut.json", () => `[\n${json(5).join(",\n").slice(0, -30)}`, 4, [6]],
    ["cut-envelope.json", () => `{"value":[\n${json(5).join(",\n").slice(0, -30)}`, 4, [6]],
    ["no-end.json", () => `[\n${json(3).join(",\n")}`, 3, []],
    ["bad-element.json", () => `[\n${json(1)},\n{"id":},\n${json(2).join(",\n")}]`, 3, [3]],
    ["not-objects.json", () => `[\n${json(1)},\n{"id":5},\n${json(1)}\n]`, 2, [3]],
    ["open-text.json", () => `[\n${json(1)},\n{"id":"x},\n${json(2).join(",\n")}\n]`, 3, [3]],
    ["bad-lines.ndjson", () => `${json(2).join("\n")}\n\n{bad\n${json(1)}\n5\n`, 3, [4, 6]],
    ["cut-line.ndjson", () => `${json(2).join("\n")}\n${String(json(1)).slice(0, 40)}`, 2, [3]],
    ["cut.json.gz", () => gzipSync(`[\n${json(400).join(",\n")}]`).subarray(0, -900), null, null],
    ["short-rows.csv", () => `${portalCsv(rows(3))}2026-11-09T00:00:00Z,x\n`, 3, [8]],
    [
      "no-code.csv",
      () =>
        `${portalHeader}\n2026-11-09T00:00:00Z${",".repeat(56)}\n${portalCsv(rows(2)).split("\n").slice(1).join("\n")}`,
      2,
      [2],
    ],
    [
      "mixed.json",
      () =>
        `${JSON.stringify(graphRow(rows(1)[0] ?? testRow(0)))}\n${JSON.stringify(monitorRow(rows(1)[0] ?? testRow(0)))}\n${JSON.stringify({ category: "AuditLogs", time: "2026-11-09", resultType: "0" })}\n`,
      2,
      [3],
    ],
  ] as const)("%s", async (name, bytes, count, lines) => {
    const read = await add(name, bytes());
    if (!read.ok) throw new Error(`${read.problem.title} ${read.problem.detail}`);
    if (count === null) {
      expect(read.value.rows).toBeGreaterThan(10);
      expect(read.value.notes).toEqual([expect.objectContaining({ rule: "file-cut-off" })]);
      return;
    }
    expect(read.value).toMatchObject({ rows: count, skipped: lines.length });
    expect(read.value.skippedRows.map(({ line }) => line)).toEqual(lines);
    for (const { reason } of read.value.skippedRows) expect(reason).toMatch(/^[A-Z].*\.$/);
  });
});

describe("a name and a row of any kind", () => {
  it("attack: a name in which DuckDB sees a pattern opens that file and no other", async () => {
    await writeFile(join(folder, "logs1.json"), JSON.stringify(rows(7).map(graphRow)));
    const read = await add("logs[1].json", JSON.stringify(rows(2).map(graphRow)));
    expect(read.ok && read.value.rows).toBe(2);
  });

  it("attack: a name with a quote in it stays a name", async () => {
    const read = await add("it's'); DROP TABLE rows; --.json", JSON.stringify(rows(2).map(graphRow)));
    expect(read.ok && read.value.rows).toBe(2);
  });

  it("reads a row of 20 MB, in JSON and in CSV", async () => {
    const long = rows(1, { reason: "y".repeat(20_000_000) });
    const read = await add("long.json", JSON.stringify([...rows(1), ...long, ...rows(1)].map(graphRow)));
    expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([3, 0]);
    const csv = await add(
      "long.csv",
      portalCsv([...rows(1), ...rows(1, { reason: "z".repeat(20_000_000) }), ...rows(1)]),
    );
    expect(csv.ok && [csv.value.rows, csv.value.skipped]).toEqual([3, 0]);
  });

  it("reads bytes that are no UTF-8, and the row stays", async () => {
    const text = Buffer.from(JSON.stringify(rows(2, { reason: "caf\u00e9" }).map(graphRow)), "latin1");
    const read = await add("latin1.json", text);
    expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([2, 0]);
  });

  it("reads a file through a link, and one that grew since as far as it is whole", async () => {
    const grown = `${json(2).join("\n")}\n${String(json(1)).slice(0, 50)}`;
    await writeFile(join(folder, "growing.ndjson"), grown);
    await symlink(join(folder, "growing.ndjson"), join(folder, "link.ndjson"));
    const read = await log.add(join(folder, "link.ndjson"), "link.ndjson");
    expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([2, 1]);
  });
});

describe("dates with slashes", () => {
  const dated = (user: string, ...dates: readonly string[]) =>
    `TimeGenerated [UTC],ResultType,UserPrincipalName\n${dates.map((date) => `${date},0,${user}`).join("\n")}\n`;
  const times = async (user: string) => {
    const page = await log.rows({ ...everyRow, search: user });
    return page.ok ? page.value.rows.map(({ at }) => at?.slice(0, 10) ?? null) : null;
  };

  it.each([
    ["day-first.csv", ["5/4/2025 8:00", "25/4/2025 8:00"], ["2025-04-05", "2025-04-25"], []],
    ["month-first.csv", ["4/5/2025 8:00", "4/25/2025 8:00"], ["2025-04-05", "2025-04-25"], []],
    ["either.csv", ["5/4/2024 8:00"], ["2024-05-04"], ["dates-month-first"]],
    [
      "both.csv",
      ["25/4/2025 8:00", "4/26/2025 8:00", "5/4/2025 8:00"],
      ["2025-04-25", "2025-04-26", null],
      ["dates-mixed", "rows-without-time"],
    ],
    // A date that cannot be read in any way tells nothing of the others.
    [
      "unread.csv",
      ["4/5/2025 8:00", "13/13/2025 8:00", "4/6/2025 soon"],
      ["2025-04-05", null, null],
      ["dates-month-first", "rows-without-time"],
    ],
  ])("%s", async (name, dates, expected, rules) => {
    const user = `${name}@contoso.com`;
    const read = await add(name, dated(user, ...dates));
    if (!read.ok) throw new Error(read.problem.detail);
    expect(await times(user)).toEqual(expected);
    expect(read.value.notes.map(({ rule }) => rule)).toEqual(rules);
    expect(read.value.undated).toBe(expected.filter((at) => at === null).length);
  });
});

describe("after a file that was refused", () => {
  it("the next one is read, and no copy of any stays behind", async () => {
    const refused = await add("refused.json.gz", gzipSync(JSON.stringify([{ category: "AuditLogs" }])));
    expect(refused.ok).toBe(false);
    const read = await add("next.json.gz", gzipSync(JSON.stringify(rows(2).map(graphRow))));
    expect(read.ok && read.value.rows).toBe(2);
    const [spill = ""] = (await readdir(folder)).filter((name) => name.startsWith("latchkey-sign-ins-"));
    expect((await readdir(join(folder, spill))).sort()).toEqual(["spill"]);
  });

  it("files that are added at the same time are read one after the other, and all count", async () => {
    const before = await total();
    const names = ["one.json.gz", "two.json", "three.csv"];
    const added = await Promise.all(
      names.map((name) => {
        const text = name.endsWith("csv") ? portalCsv(rows(3)) : JSON.stringify(rows(3).map(graphRow));
        return add(name, name.endsWith("gz") ? gzipSync(text) : text);
      }),
    );
    expect(added.map((read) => read.ok && [read.value.file, read.value.rows])).toEqual(
      names.map((name) => [name, 3]),
    );
    expect(await total()).toBe(before + 9);
  });

  it("one that is stopped while another is read takes nothing from the other", async () => {
    const stop = new AbortController();
    const first = add("goes-on.json", JSON.stringify(rows(4).map(graphRow)));
    const path = join(folder, "waits.json");
    await writeFile(path, JSON.stringify(rows(4).map(graphRow)));
    const second = log.add(path, "waits.json", { signal: stop.signal });
    stop.abort();
    expect((await first).ok).toBe(true);
    const stopped = await second;
    expect(!stopped.ok && stopped.problem.code).toBe("stopped");
  });
});

describe("text in the encoding of an older Windows", () => {
  it("attack: a CSV file that is no UTF-8 is read, and the log lives on", async () => {
    const text = portalCsv(rows(3, { reason: "caf\u00e9 \u00fcber", user: "z\u00fclal@contoso.com" }));
    const read = await add("windows.csv", Buffer.from(text, "latin1"));
    expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([3, 0]);
    expect(read.ok && read.value.notes).toEqual([expect.objectContaining({ rule: "text-not-utf-8" })]);
    const page = await log.rows({ ...everyRow, search: "z\u00fclal" });
    expect(page.ok && page.value.total).toBe(3);
  });
});

it("authentication details are found with the row whose request they name, whichever file comes first", async () => {
  const [row] = rows(1, { code: 50076 });
  if (row === undefined) throw new Error("no row");
  const details = [
    "Request ID,Authentication method,Authentication method detail,Succeeded,Result detail",
    `${row.id.toUpperCase()},Password,Password Hash Sync,true,Correct password`,
    `${row.id},Mobile app notification,,false,MFA denied; user declined the authentication`,
    "",
  ].join("\n");
  const read = await add("InteractiveAuthDetails.csv", details);
  expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([0, 0]);
  await add("InteractiveSignIns.csv", portalCsv([row]));
  const page = await log.rows({ ...everyRow, search: row.id });
  const detail = page.ok ? await log.row(page.value.rows[0]?.row ?? -1) : page;
  expect(detail.ok && detail.value).toMatchObject({ row: { code: 50076 } });
  const steps = detail.ok && detail.value !== null && "steps" in detail.value ? detail.value.steps : [];
  expect(steps.map(({ method, succeeded }) => [method, succeeded]).toSorted()).toEqual([
    ["Mobile app notification", false],
    ["Password", true],
  ]);
});

it("a record with a member of another kind than usual is read all the same, and so are those around it", async () => {
  const [one, two] = rows(2).map(graphRow);
  const odd = { ...one, location: "Utrecht", deviceDetail: [], riskState: 7 };
  const read = await add("odd.ndjson", `${JSON.stringify(odd)}\n${JSON.stringify(two)}\n`);
  expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([2, 0]);
});

describe("a CSV file that is cut", () => {
  it("in the middle of its gzip gives its whole rows, and tells that it is cut", async () => {
    const text = portalCsv(rows(400, { reason: 'a "quoted"\nreason, over two lines' }));
    const read = await add("cut.csv.gz", gzipSync(text).subarray(0, -600));
    if (!read.ok) throw new Error(read.problem.detail);
    expect(read.value.rows).toBeGreaterThan(100);
    expect(read.value.notes.map(({ rule }) => rule)).toEqual(["file-cut-off"]);
  });

  it("in the middle of a quoted cell gives the rows before", async () => {
    const text = portalCsv(rows(3, { reason: 'a "quoted"\nreason' }));
    const read = await add("open-quote.csv", text.slice(0, text.lastIndexOf("reason")));
    expect(read.ok && [read.value.rows, read.value.skipped]).toEqual([2, 1]);
  });
});

it("an envelope that names a next page says so, whichever way it was read", async () => {
  const next = '"@odata.nextLink":"https://graph.microsoft.com/beta/auditLogs/signIns?$skiptoken=1"';
  for (const [name, text] of [
    ["behind.json", `{"value":[${json(2)}],${next}}`],
    ["before.json", `{${next},"value":[${json(2)}]}`],
    ["bad-element-behind.json", `{"value":[${json(1)},{"id":},${json(1)}],${next}}`],
    ["pretty.json", `{"value":[${json(2)}]}\n{"value":[${json(1)}],\n ${next}\n}`],
  ] as const) {
    const read = await add(name, text);
    expect([name, read.ok && read.value.notes.map(({ rule }) => rule)]).toEqual([name, ["log-goes-on"]]);
  }
  const last = await add("last.json", `{"value":[${json(2)}],"@odata.nextLink":null}`);
  expect(last.ok && last.value.notes).toEqual([]);
});

it("a line without end is counted as one that is not read", async () => {
  const read = await add("endless.ndjson", `${json(1)}\n{"id":"${"x".repeat(33 * 1024 * 1024)}`);
  expect(read.ok && read.value.skippedRows).toEqual([
    expect.objectContaining({ line: 2, reason: "The row is larger than 32 MB." }),
  ]);
});

it.each([
  ["array.json", '[{"createdDateTime":"2026'],
  ["object.json", '{"createdDateTime":"2026-11-09T00:00:00Z","status":{'],
  ["envelope.json", '{"value":[{"createdDateTime":"2026-11-09T00:00:00Z","status":{"errorCode":0'],
])("a log that ends in its first record is told as cut off: %s", async (name, text) => {
  const read = await add(name, text);
  expect(!read.ok && read.problem).toMatchObject({
    code: "log-not-read",
    title: `${name} was not added.`,
    detail: "The log ends in the middle of its first record. Nothing in it can be read.",
  });
});

describe("what is no sign-in log is refused, and says why", () => {
  it.each([
    ["empty.json", "", "empty"],
    ["blank.csv", "\n \n", "empty"],
    ["incidents.csv", "Incident Id,Severity,Title\n1,High,x\n", "error code"],
    [
      "audit.json",
      JSON.stringify([{ activityDisplayName: "Add user", activityDateTime: "2026-11-09T00:00:00Z" }]),
      "None of its records has the error code",
    ],
    [
      "no-code.json",
      JSON.stringify([{ category: "SignInLogs", createdDateTime: "2026-11-09T00:00:00Z", status: {} }]),
      "error code of a sign-in",
    ],
    ["audit-0.json", JSON.stringify({ category: "AuditLogs", resultType: "0", properties: {} }), "audit log"],
    ["audit.ndjson", JSON.stringify({ category: "AuditLogs", time: "2026-11-09T00:00:00Z" }), "audit log"],
    ["page.html", "<html></html>", "HTML"],
    ["book.xlsx", Buffer.from([0x50, 0x4b, 3, 4]), "ZIP"],
    ["words.txt", "hello", "neither JSON nor CSV"],
  ])("%s", async (name, bytes, said) => {
    const read = await add(name, bytes);
    expect(!read.ok && read.problem.code).toBe("not-a-sign-in-log");
    expect(!read.ok && read.problem.detail).toContain(said);
    expect(!read.ok && read.problem.title).toContain(name);
  });

  it("but a log without rows is a log", async () => {
    for (const [name, text] of [
      ["none.json", "[]"],
      ["none-value.json", '{"value":[]}'],
      ["none.csv", `${portalHeader}\n`],
    ] as const) {
      const read = await add(name, text);
      expect([name, read.ok && read.value.rows]).toEqual([name, 0]);
    }
  });

  it("a folder and a file that is not there are told apart", async () => {
    const there = await log.add(folder, "folder");
    expect(!there.ok && there.problem.detail).toContain("a folder");
    const not = await log.add(join(folder, "nothing.json"), "nothing.json");
    expect(!not.ok && not.problem.detail).toContain("no such file");
  });

  it("and reading can be stopped, with nothing of the file in the numbers", async () => {
    const before = await total();
    const path = join(folder, "stopped.json");
    await writeFile(path, JSON.stringify(rows(50).map(graphRow)));
    const read = await log.add(path, "stopped.json", { signal: AbortSignal.abort() });
    expect(!read.ok && read.problem.code).toBe("stopped");
    expect(await total()).toBe(before);
  });
});
