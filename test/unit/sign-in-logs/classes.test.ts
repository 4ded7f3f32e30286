import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { allRows, classOf } from "../../../main/core/sign-ins/index.ts";
import { allEntries } from "../../../main/core/verdict/catalogue.ts";
import { openSignInLog } from "../../../main/sign-in-logs/index.ts";
import { graphRow, testRow } from "../../support/sign-in-rows.ts";

const folder = await mkdtemp(join(tmpdir(), "signins-classes-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Labelled by hand; every class is there. */
const labelled = [
  [0, "success"],
  [50076, "password-correct-mfa"],
  [50072, "password-correct-mfa"],
  [53003, "password-correct-blocked"],
  [50126, "password-wrong"],
  [50053, "locked-out"],
  [50055, "account-state"],
  [50057, "account-state"],
  [700016, "misconfigured"],
  [50140, "other"],
  [50058, "other"],
  [654321, "other"],
] as const;

it("the reader gives every code, in the catalogue or not, the class that it has everywhere else", async () => {
  const others = [1, 53042, 65099, 90003, 9999999, 123456, ...allEntries().map(({ code }) => code)];
  const codes = [...new Set([...labelled.map(([code]) => code), ...others])];
  const path = join(folder, "codes.json");
  await writeFile(path, JSON.stringify(codes.map((code, index) => graphRow(testRow(index, { code })))));
  const opened = await openSignInLog(folder);
  if (!opened.ok) throw new Error(opened.problem.title);
  await opened.value.add(path, "codes.json");
  const report = await opened.value.report(allRows, null);
  await opened.value.close();
  if (!report.ok) throw new Error(report.problem.title);
  const read = new Map(report.value.report.byCode.map(({ code, class: name }) => [code, name]));
  expect(labelled.map(([code]) => [code, read.get(code)])).toEqual(labelled);
  expect([...read].toSorted()).toEqual(codes.map((code) => [code, classOf(code)]).toSorted());
});
