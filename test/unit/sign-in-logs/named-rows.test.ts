import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withRisk } from "../../../main/app/sign-ins/with-risk.ts";
import type { Result } from "../../../main/core/problem.ts";
import { allRows, type NamedRow, type RiskDetection } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog, type SignInLog } from "../../../main/sign-in-logs/index.ts";
import { graphRow, jamfApp, testRow } from "../../support/sign-in-rows.ts";

let folder = "";
let log: SignInLog;

const user = "robin@contoso.com";
const check = testRow(0xa1, { user, code: 50076 });
const later = testRow(0xa2, { user, code: 0, correlationId: check.correlationId });
const wrong = testRow(0xa3, { user, code: 50126 });
const ofKim = testRow(0xa4, { user: "kim@contoso.com", code: 50076 });

function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.title);
  return result.value;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signins-named-"));
  log = unwrap(await openSignInLog(folder));
  const rows = [check, later, wrong, ofKim].map((row) => ({ ...graphRow(row), id: row.id.toUpperCase() }));
  const path = join(folder, "log.json");
  await writeFile(path, JSON.stringify([...rows, { ...graphRow(testRow(1)), originalRequestId: "FIRST" }]));
  unwrap(await log.add(path, "log.json"));
});
afterAll(async () => {
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

const classes = (rows: readonly NamedRow[]) => rows.map((row) => row.class).sort();
const named = async (requestIds: readonly string[], correlationIds: readonly string[] = []) =>
  unwrap(await log.named({ requestIds, correlationIds }));

it("rows are found by their id, by their first request and by their correlation id, in whatever letters", async () => {
  expect(await named([check.id])).toEqual([
    {
      id: check.id,
      requestId: null,
      correlationId: check.correlationId,
      user,
      appId: jamfApp,
      class: "password-correct-mfa",
    },
  ]);
  expect(await named(["first"])).toMatchObject([{ requestId: "first", class: "success" }]);
  expect(classes(await named([], [check.correlationId.toUpperCase()]))).toEqual([
    "password-correct-mfa",
    "success",
  ]);
  expect(classes(await named([wrong.id], [check.correlationId]))).toEqual([
    "password-correct-mfa",
    "password-wrong",
    "success",
  ]);
  expect([await named([]), await named(["' OR 1=1 --"], ["none"])]).toEqual([[], []]);
});

const robin = { id: "robin-id", user, level: "high", isConfirmed: false, changedAt: null };
const detected = (requestId: string | null): RiskDetection => ({
  id: requestId ?? "leak",
  type: requestId === null ? "leakedCredentials" : "unfamiliarFeatures",
  at: null,
  requestId,
  correlationId: null,
});

async function titles(
  detections: readonly (readonly [string, readonly RiskDetection[]])[],
  filter = allRows,
) {
  const { report } = unwrap(await log.report(filter, null));
  const risk = { people: [robin], detections: new Map(detections), unread: null };
  return unwrap(await withRisk(log, filter, report, risk)).findings.map(({ title }) => title);
}

it("a report says which detections are rows of the log, whatever part of it is looked at", async () => {
  expect(await titles([])).toEqual([expect.stringContaining("1 of their 2 failures is a correct password")]);
  const both = [[robin.id, [detected(check.id), detected(null)]]] as const;
  const some = [expect.stringContaining("1 of the 2 risk detections that still count there names")];
  expect(await titles(both)).toEqual(some);
  expect(await titles(both, { ...allRows, until: Date.parse(wrong.at) })).toEqual(some);
  const success = [[robin.id, [detected(later.id)]]] as const;
  const until = Date.parse(later.at);
  expect(await titles(success, { ...allRows, until })).toEqual([
    expect.stringContaining("names no correct password"),
  ]);
  expect(await titles(both, { ...allRows, user: "kim@contoso.com" })).toEqual([]);
});

it("whom to take for really at risk stands in front of those whose detections are all checks", async () => {
  const { report } = unwrap(await log.report(allRows, null));
  const kim = { ...robin, id: "kim-id", user: "kim@contoso.com" };
  const detections = new Map([
    [kim.id, [detected(ofKim.id)]],
    [robin.id, [detected(check.id), detected(null)]],
  ]);
  const judged = unwrap(
    await withRisk(log, allRows, report, { people: [kim, robin], detections, unread: null }),
  );
  const found = judged.findings.map(({ where, severity }) => [where.row, severity]);
  expect(found).toEqual([
    [user, "warning"],
    [kim.user, "info"],
  ]);
});
