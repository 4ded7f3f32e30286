/**
 * Prints how fast the product is, row by row, as ratios taken in one run on one machine.
 *
 *     npm run bench                all rows
 *     npm run bench -- sign lint   rows whose file name contains one of the words
 *     npm run bench -- sign-in-logs large     rows that have the word `large` are run only where it is given
 *     npm run bench -- --strict    exit code 1 when an aim is missed
 *     npm run bench -- --json      the same as one JSON value on stdout
 *
 * A row is one file in rows/, exporting `row`, or several as `rows`:
 *
 *     what      what is measured
 *     against   what it is compared with, in the same run and in turns; for a row with an absolute aim, left out
 *     aim       { ratio } at most so many times `against`; { ms } at most so many milliseconds on a machine where
 *               `node -e 0` takes 70 ms (scaled by what it takes in this run); or { kB } at most so many kilobytes
 *     missing   why the row cannot run here, or null
 *     word      a row that takes minutes is run only where this word is given
 *     measure   returns { ours, baseline } in milliseconds (`baseline` is left out for an absolute aim), or { ours } in kilobytes;
 *               `note` is printed behind it
 */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { median, nodeProcess, timed } from "./support/timing.mjs";

/** Milliseconds that `node -e 0` takes on the machine for which the aims in milliseconds are written. */
const nodeStartOfAims = 70;

const args = process.argv.slice(2);
const words = args.filter((arg) => !arg.startsWith("--"));
const folder = join(import.meta.dirname, "rows");
const files = readdirSync(folder)
  .filter(
    (name) => name.endsWith(".mjs") && (words.length === 0 || words.some((word) => name.includes(word))),
  )
  .sort();

const nodeStart = await nodeStartHere();
process.stderr.write(
  `node -e 0 takes ${nodeStart.toFixed(1)} ms here; aims in ms are scaled by ${(nodeStart / nodeStartOfAims).toFixed(2)}\n`,
);
const results = [];
for (const file of files) {
  const { row, rows = [row] } = await import(join(folder, file));
  for (const each of rows) {
    if (each.word !== undefined && !words.includes(each.word)) continue;
    process.stderr.write(`${each.what}${each.against ? ` against ${each.against}` : ""} …\n`);
    results.push(await run(each));
  }
}
if (args.includes("--json")) process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
else print(results);
if (args.includes("--strict") && results.some((result) => result.met === false)) process.exitCode = 1;

/** The middle of nine runs, each a whole process. */
async function nodeStartHere() {
  const start = nodeProcess(["-e", "0"]);
  const times = [];
  for (let round = 0; round < 9; round += 1) times.push(await timed(start));
  return median(times);
}

/** The aim of a row on this machine: milliseconds grow with what `node -e 0` takes, ratios and sizes stay. */
function aimHere(aim) {
  return aim.ms === undefined ? aim : { ms: (aim.ms * nodeStart) / nodeStartOfAims };
}

async function run(row) {
  const aim = aimHere(row.aim);
  const result = { what: row.what, against: row.against ?? null, aim };
  const missing = row.missing?.() ?? null;
  if (missing !== null) return { ...result, met: null, note: missing };
  try {
    const { ours, baseline, note } = await row.measure();
    const value = aim.ratio === undefined ? ours : ours / baseline;
    return {
      ...result,
      ours,
      baseline: baseline ?? null,
      value,
      met: value <= (aim.ratio ?? aim.ms ?? aim.kB),
      ...(note === undefined ? {} : { note }),
    };
  } catch (error) {
    return { ...result, met: false, note: error instanceof Error ? error.message.split("\n")[0] : "failed" };
  }
}

function aimText({ ratio, ms, kB }) {
  if (ratio !== undefined) return `≤ ${ratio} ×`;
  return ms === undefined ? `≤ ${kB} kB` : `≤ ${ms.toPrecision(3)} ms`;
}

function print(all) {
  const table = all.map((result) => [
    result.what,
    result.against ?? "",
    result.ours === undefined ? "" : `${result.ours.toFixed(2)} ${result.aim.kB === undefined ? "ms" : "kB"}`,
    result.baseline == null ? "" : `${result.baseline.toFixed(2)} ms`,
    result.value === undefined ? "" : result.aim.ratio === undefined ? "" : `${result.value.toFixed(2)} ×`,
    aimText(result.aim),
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
