import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { allRows, everySelected } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog, type SignInLog } from "../../../main/sign-in-logs/index.ts";
import { graphRow, monitorRow, testRow } from "../../support/sign-in-rows.ts";

let folder = "";
let log: SignInLog;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-empty-"));
  const opened = await openSignInLog(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  log = opened.value;
});
afterEach(async () => {
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

const hollow = (number: number) => ({
  ...graphRow(testRow(number, { user: "", id: "", code: 50126 })),
  userDisplayName: "",
  userId: "user-1",
  appDisplayName: "",
  correlationId: "",
  ipAddress: "",
  appliedConditionalAccessPolicies: "",
  location: { city: "", countryOrRegion: "NL" },
});

it.each([
  ["read into columns", [hollow(1), hollow(2)]],
  ["read as objects, beside a row of another form", [hollow(1), hollow(2), monitorRow(testRow(3))]],
])("a text that is empty is none, as one that is missing: %s", async (_how, rows) => {
  const path = join(folder, "hollow.json");
  await writeFile(path, JSON.stringify(rows));
  const added = await log.add(path, "hollow.json");
  // Without an id they are not the same row.
  expect(added.ok && [added.value.rows, added.value.duplicates]).toEqual([rows.length, 0]);
  const again = await log.add(path, "hollow.json");
  expect(again.ok && again.value.duplicates).toBe(rows.length - 2);

  const selection = { ...everySelected, code: 50126 };
  const page = await log.rows({ ...selection, sort: "at", descending: false, offset: 0, limit: 10 });
  if (!page.ok) throw new Error(page.problem.title);
  expect(page.value.total).toBe(4);
  const none = { user: null, userName: null, app: null, ip: null, city: null, policies: null };
  for (const row of page.value.rows) expect(row).toMatchObject({ ...none, country: "NL" });

  const report = await log.report({ ...allRows, user: "user-1" }, null);
  if (!report.ok) throw new Error(report.problem.title);
  expect(report.value.report).toMatchObject({ rows: 4, realFailures: 4, loggedFailures: 4, interrupts: 0 });
  expect(report.value.report.byUser.map(({ user }) => user)).toEqual(["user-1"]);
  expect(report.value.report.byPlace).toEqual([{ place: "NL", rows: 4, failures: 4 }]);
});
