import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { allRows } from "../../../main/core/sign-ins/index.ts";
import { openSignInLog } from "../../../main/sign-in-logs/index.ts";
import { sampleFolder } from "../../support/samples.ts";

/** What `INDEX.json` says of a sample. */
type Sample = {
  readonly file: string;
  readonly why: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

it("reads every published sample with every row and code, or refuses it with the reason", async () => {
  const folder = sampleFolder("signins");
  if (folder === null) return;
  const samples = JSON.parse(await readFile(join(folder, "INDEX.json"), "utf8")) as readonly Sample[];
  const opened = await openSignInLog();
  if (!opened.ok) throw new Error(opened.problem.title);
  const log = opened.value;
  const told = new Map<string, number>();
  let read = 0;
  let duplicates = 0;
  for (const { file, why, facts } of samples) {
    const added = await log.add(join(folder, file), file);
    if (/refuse/.test(why)) {
      expect([file, !added.ok && added.problem.code]).toEqual([file, "not-a-sign-in-log"]);
      continue;
    }
    if (!added.ok) throw new Error(`${file}: ${added.problem.title} ${added.problem.detail}`);
    // Every row of every sample has a time, in whatever form it is written.
    expect([file, added.value.rows, added.value.skipped, added.value.undated]).toEqual([
      file,
      facts["records"],
      0,
      0,
    ]);
    read += 1;
    duplicates += added.value.duplicates;
    for (const [code, rows] of Object.entries(codesOf(facts))) told.set(code, (told.get(code) ?? 0) + rows);
  }
  expect(read).toBeGreaterThan(15);
  const report = await log.report(allRows, null);
  if (!report.ok) throw new Error(report.problem.title);
  for (const { code, rows } of report.value.report.byCode) {
    const missing = (told.get(String(code)) ?? 0) - rows;
    expect([code, missing >= 0]).toEqual([code, true]);
    duplicates -= missing;
  }
  // Nothing is missing but rows that other samples hold, too.
  expect(duplicates).toBe(0);
  await log.close();
});

function codesOf(facts: Sample["facts"]): Readonly<Record<string, number>> {
  const named = facts["error_codes"] ?? facts["values:ResultType"] ?? facts["values:Sign-in error code"];
  const codes: Record<string, number> = {};
  for (const [code, rows] of Object.entries(named as Readonly<Record<string, number>>)) {
    // One sample writes the result as a word.
    const number = code === "Success" ? "0" : code;
    codes[number] = (codes[number] ?? 0) + rows;
  }
  return codes;
}
