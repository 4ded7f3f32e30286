import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { importBundled } from "./bundle.mjs";
import { peakIn, tellsPeak } from "./peak-memory.mjs";
import { commandLine, missingBuild, workFolder } from "./product.mjs";
import { forms, writeLog } from "./sign-in-files.mjs";
import { collectGarbage, median, timed } from "./timing.mjs";

/**
 * Rows of the bench that read the same log in every form, up to the one number, against `JSON.parse` and a loop over the same
 * rows as a bare array, both from the file on; and one for the memory of the whole process.
 *
 * @param {number} rows
 * @param {string} [word] the rows are only measured where this word is given to the bench
 */
export function signInRows(rows, word) {
  return [...forms.map((form) => timeRow(form, rows, word)), memoryRow(rows, word)];
}

function timeRow(form, rows, word) {
  return {
    what: `sign-in log, ${rows.toLocaleString("en-US")} rows, ${form}`,
    against: "JSON.parse and a loop",
    word,
    aim: { ratio: form === "gzip" ? 0.8 : 0.5 },
    measure: async () => {
      const { openSignInLog } = await reader();
      const folder = workFolder();
      const path = writeLog(folder, form, rows);
      const bareRows = Math.min(rows, mostAtOnce);
      const bare = form === "array" && bareRows === rows ? path : writeLog(folder, "array", bareRows);
      const read = async (opened) => {
        const added = await opened.value.add(path, form);
        const totals = await opened.value.totals({ appIds: [], since: null, until: null, user: null });
        if (!added.ok || totals.value?.rows !== rows || totals.value.realFailures !== rows * 0.4) {
          throw new Error("the log was not read as it is");
        }
      };
      // A log is opened, and DuckDB loaded by its thread, before the first file: that has a row of its own.
      const open = () => openSignInLog(folder);
      return bothTimes(rows > 100_000 ? 1 : 5, open, read, () => {
        for (let read = 0; read < rows; read += bareRows) parseAndCount(bare, bareRows);
      });
    },
  };
}

/** What both take by the clock, in turns, and beside it what they take of the processor, which other work on the machine hardly changes. */
async function bothTimes(rounds, open, read, baseline) {
  const clock = { ours: [], baseline: [] };
  const processor = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round += 1) {
    const log = await open();
    for (const [name, work] of Object.entries({ ours: () => read(log), baseline })) {
      await collectGarbage();
      const before = process.cpuUsage();
      clock[name].push(await timed(work));
      const { user, system } = process.cpuUsage(before);
      processor[name].push(user + system);
    }
    await log.value.close();
  }
  const share = median(processor.ours) / median(processor.baseline);
  return {
    ours: median(clock.ours),
    baseline: median(clock.baseline),
    note: `processor time ${share.toFixed(2)} ×`,
  };
}

/** From a file that was given to the number on screen, whole or of a first look, whichever comes first. */
export function firstNumberRow(rows, word) {
  return {
    what: `sign-in log, ${rows.toLocaleString("en-US")} rows, envelope: first number`,
    word,
    aim: { ms: 2000 },
    measure: async () => {
      const { openSignInLog } = await reader();
      const folder = workFolder();
      const path = writeLog(folder, "envelope", rows);
      const start = performance.now();
      const opened = await openSignInLog(folder);
      let ours = null;
      const first = () => {
        ours ??= performance.now() - start;
      };
      await opened.value.add(path, "log", { first });
      first();
      await opened.value.close();
      return { ours };
    },
  };
}

/**
 * What it takes to open a log and to close it, before its first file: by the thread that an earlier log left, and as a note what it
 * takes of the first log, which starts that thread and loads DuckDB.
 */
export function openingRow() {
  return {
    what: "sign-in log, opened and closed without a file",
    aim: { ms: 1000 },
    measure: async () => {
      const { openSignInLog } = await reader();
      const folder = workFolder();
      const times = [];
      for (let round = 0; round < 6; round += 1) {
        times.push(await timed(async () => (await openSignInLog(folder)).value.close()));
      }
      const [first, ...next] = times;
      return { ours: median(next), note: `the first ${first.toFixed(0)} ms` };
    },
  };
}

/** How long the thread of the window waits at most while a log is opened, read, asked and closed. */
export function longestDelayRow(rows, word) {
  return {
    what: `sign-in log, ${rows.toLocaleString("en-US")} rows, envelope: longest delay of the main process`,
    word,
    aim: { ms: 100 },
    measure: async () => {
      const { openSignInLog } = await reader();
      const folder = workFolder();
      const path = writeLog(folder, "envelope", rows);
      const all = { appIds: [], since: null, until: null, user: null };
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      const opened = await openSignInLog(folder);
      await opened.value.add(path, "log", { first: () => undefined, progress: () => undefined });
      await opened.value.report(all, null, 500);
      await opened.value.close();
      delay.disable();
      return { ours: delay.max / 1e6 };
    },
  };
}

const reader = () => importBundled("main/sign-in-logs/index.ts", "main/log-reader.ts");

/** `JSON.parse` takes no text of more than 512 MB: of a longer log it reads so many rows as often as it takes. */
const mostAtOnce = 200_000;

function parseAndCount(path, rows) {
  const counts = new Map();
  for (const row of JSON.parse(readFileSync(path, "utf8"))) {
    counts.set(row.status.errorCode, (counts.get(row.status.errorCode) ?? 0) + 1);
  }
  if (counts.get(0) !== rows * 0.3) throw new Error("the baseline did not read the log");
}

function memoryRow(rows, word) {
  return {
    what: `sign-in log, ${rows.toLocaleString("en-US")} rows, envelope: peak memory of the whole process`,
    word,
    aim: { kB: 500_000 },
    missing: missingBuild,
    measure: async () => {
      const path = writeLog(workFolder(), "envelope", rows);
      const { stderr } = spawnSync(
        process.execPath,
        ["--import", tellsPeak, commandLine, "signins", path, "--json"],
        { encoding: "utf8", stdio: ["ignore", "ignore", "pipe"] },
      );
      return { ours: peakIn(stderr) };
    },
  };
}
