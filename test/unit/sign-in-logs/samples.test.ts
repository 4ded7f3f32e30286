import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
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
  let before = new Map<string, number>();
  let read = 0;
  for (const { file, why, facts } of samples) {
    const added = await log.add(join(folder, file), file);
    if (/refuse/.test(why)) {
      expect([file, !added.ok && added.problem.code]).toEqual([file, "not-a-sign-in-log"]);
      continue;
    }
    if (!added.ok) throw new Error(`${file}: ${added.problem.title} ${added.problem.detail}`);
    expect([file, added.value.rows, added.value.skipped]).toEqual([file, facts["records"], 0]);
    read += 1;
    const { byCode } = await log.report({ appIds: [], since: null }, null);
    const after = new Map(byCode.map(({ code, rows }) => [String(code), rows]));
    if (added.value.duplicates === 0)
      expect([file, difference(before, after)]).toEqual([file, codesOf(facts)]);
    before = after;
  }
  expect(read).toBeGreaterThan(15);
  const { byHour, rows } = await log.report({ appIds: [], since: null }, null);
  // Every row of every sample has a time, in whatever form it is written.
  expect(byHour.reduce((sum, hour) => sum + hour.rows, 0)).toBe(rows);
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

function difference(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...after]
      .map(([code, rows]) => [code, rows - (before.get(code) ?? 0)] as const)
      .filter(([, rows]) => rows !== 0),
  );
}
