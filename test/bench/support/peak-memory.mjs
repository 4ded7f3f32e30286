/**
 * What `--import` takes to have a process write `peak N` to stderr when it ends, N its own high water mark in kilobytes.
 *
 * `getrusage` is asked only where `/proc` is not there: on Linux it is never less than what the process had that started this one, which
 * is large here.
 */
export const tellsPeak = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from "node:fs";
  const own = () => Number(/VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  const peak = () => { try { return own(); } catch { return process.resourceUsage().maxRSS; } };
  process.on("exit", () => process.stderr.write("peak " + peak() + "\\n"));
`)}`;

/** The highest of what was told on stderr, in kilobytes: each thread tells it of the whole process when it ends. */
export function peakIn(stderr) {
  const told = [...stderr.matchAll(/peak (\d+)/g)].map(([, peak]) => Number(peak));
  if (told.length === 0) throw new Error(`no peak was told: ${stderr.trim()}`);
  return Math.max(...told);
}
