import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { allRows } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog } from "../../../main/sign-in-logs/index.ts";
import { graphRow, testRow } from "../../support/sign-in-rows.ts";

const folder = await mkdtemp(join(tmpdir(), "signins-beginning-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

it("counts as before every sign-in that succeeded before the first that met a second factor, in its hour as well", async () => {
  // One each 20 minutes: 12 hours of successes, then 1 more, and correct passwords from the next on.
  const rows = Array.from({ length: 72 }, (_, index) =>
    testRow(index, {
      at: new Date(Date.UTC(2026, 10, 9) + index * 20 * 60_000).toISOString(),
      code: index > 36 ? 50076 : 0,
    }),
  );
  const path = join(folder, "rows.json");
  await writeFile(path, JSON.stringify(rows.map(graphRow)));
  const opened = await openSignInLog(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  await opened.value.add(path, "rows.json");
  const report = await opened.value.report(allRows, null);
  await opened.value.close();
  if (!report.ok) throw new Error(report.problem.title);
  expect(report.value.report.began).toMatchObject({ at: "2026-11-09T12:20:00.000Z", before: 37, after: 35 });
});
