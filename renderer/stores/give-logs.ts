import type { Latchkey, Problem } from "../../preload/contract.ts";
import { type GivenFiles, takeUp } from "./given-files.ts";

/** Files that may be given at once. */
const mostFiles = 1000;
const logName = /\.(?:json|jsonl|ndjson|csv|log|txt)(?:\.gz)?$/i;

/**
 * Gives main the sign-in logs among the files, and waits until they are read.
 *
 * @returns why the first of them that was not taken was not; null where all were
 */
export async function giveLogs(host: Latchkey, given: GivenFiles): Promise<Problem | null> {
  const logs = given.files.filter(({ path }) => given.folder === null || logName.test(path));
  const files: { readonly file: string; readonly path: string }[] = [];
  let notTaken: Problem | null = null;
  for (const log of logs.slice(0, mostFiles)) {
    const taken = await takeUp(log);
    const handle = taken.ok ? await host.giveFile(taken.value) : taken;
    if (handle.ok) files.push({ file: handle.value, path: log.path });
    else notTaken ??= handle.problem;
  }
  if (files.length === 0) return notTaken ?? noLogs;
  const added = await host.call("signIns.add", { files });
  return added.ok ? notTaken : added.problem;
}

const noLogs: Problem = {
  code: "no-log-in-folder",
  title: "There is no log among these files.",
  detail: "A log ends with .json, .ndjson, .csv, .log or .txt, packed (.gz) or not.",
  fix: "Choose the log itself.",
};
