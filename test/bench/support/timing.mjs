import { spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** The middle value; of an even number the upper of both middles. */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/**
 * Runs two things in turns, so that a busy machine slows both, and returns the median of each in milliseconds.
 *
 * @param {number} rounds
 * @param {() => unknown} ours
 * @param {() => unknown} baseline
 */
export async function inTurns(rounds, ours, baseline) {
  const times = { ours: [], baseline: [] };
  for (let round = 0; round < rounds; round += 1) {
    times.ours.push(await timed(ours));
    times.baseline.push(await timed(baseline));
  }
  return { ours: median(times.ours), baseline: median(times.baseline) };
}

/**
 * Frees what the work before left behind, and waits until V8 has given it back, which it does in threads of its own. Else the work
 * that comes next pays for it: `JSON.parse` of a log leaves hundreds of megabytes.
 */
export async function collectGarbage() {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Milliseconds that one call takes. */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/**
 * A call that runs a whole process to its end.
 *
 * @param {readonly string[]} args of node
 * @param {readonly number[]} allowed exit codes that count as a good run
 */
export function nodeProcess(args, allowed = [0]) {
  return () => {
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    if (!allowed.includes(status ?? -1))
      throw new Error(`${args.slice(1).join(" ")} ended with ${status}: ${stderr.toString().trim()}`);
  };
}
