/**
 * Prints how fast the product is, row by row, as ratios taken in one run on one machine.
 *
 *     npm run bench                all rows
 *     npm run bench -- sign lint   rows whose file name contains one of the words
 *     npm run bench -- --strict    exit code 1 when an aim is missed
 *     npm run bench -- --json      the same as one JSON value on stdout
 *
 * A row is one file in rows/, exporting `row`:
 *
 *     what      what is measured
 *     against   what it is compared with, in the same run and in turns; for a row with an absolute aim, left out
 *     aim       { ratio } at most so many times `against`, or { ms } at most so many milliseconds
 *     missing   why the row cannot run here, or null
 *     measure   returns { ours, baseline } in milliseconds; `baseline` is left out for an absolute aim
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith("--"));
const folder = join(import.meta.dirname, "rows");
const files = readdirSync(folder)
  .filter(
    (name) => name.endsWith(".mjs") && (words.length === 0 || words.some((word) => name.includes(word))),
  )
  .sort();

const results = [];
for (const file of files) {
  const { row } = await import(join(folder, file));
  process.stderr.write(`${row.what}${row.against ? ` against ${row.against}` : ""} …\n`);
  results.push(await run(row));
}
if (args.includes("--json")) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else print(results);
if (args.includes("--strict") && results.some((result) => result.met === false)) process.exitCode = 1;

async function run(row) {
  const result = { what: row.what, against: row.against ?? null, aim: row.aim };
  const missing = row.missing?.() ?? null;
  if (missing !== null) return { ...result, met: null, note: missing };
  try {
    const { ours, baseline } = await row.measure();
    const value = row.aim.ratio === undefined ? ours : ours / baseline;
    return {
      ...result,
      ours,
      baseline: baseline ?? null,
      value,
      met: value <= (row.aim.ratio ?? row.aim.ms),
    };
  } catch (error) {
    return { ...result, met: false, note: error instanceof Error ? error.message.split("\n")[0] : "failed" };
  }
}

function print(all) {
  const table = all.map((result) => [
    result.what,
    result.against ?? "",
    result.ours === undefined ? "" : `${result.ours.toFixed(2)} ms`,
    result.baseline == null ? "" : `${result.baseline.toFixed(2)} ms`,
    result.value === undefined ? "" : result.aim.ratio === undefined ? "" : `${result.value.toFixed(2)} ×`,
    result.aim.ratio === undefined ? `≤ ${result.aim.ms} ms` : `≤ ${result.aim.ratio} ×`,
    result.met === null ? "not run" : result.met ? "met" : "MISSED",
    result.note ?? "",
  ]);
  const head = ["what", "against", "ours", "baseline", "ratio", "aim", "", ""];
  const widths = head.map((title, column) =>
    Math.max(title.length, ...table.map((cells) => cells[column].length)),
  );
  for (const cells of [head, ...table]) {
    process.stdout.write(
      `${cells
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd()}\n`,
    );
  }
}
