import type { Latchkey, Problem } from "../../preload/contract.ts";
import type { GivenFiles } from "./given-files.ts";

/** Files that may be given at once. */
const mostFiles = 1000;
const logName = /\.(?:json|jsonl|ndjson|csv|log|txt)(?:\.gz)?$/i;

/** Gives main the sign-in logs among the files, and waits until they are read. */
export async function giveLogs(host: Latchkey, given: GivenFiles): Promise<Problem | null> {
  const logs = given.files.filter(({ path }) => given.folder === null || logName.test(path));
  const files: { readonly file: string; readonly path: string }[] = [];
  for (const { path, file } of logs.slice(0, mostFiles)) {
    const taken = await file().catch(() => null);
    if (taken === null) continue;
    const handle = await host.giveFile(taken);
    if (!handle.ok) return handle.problem;
    files.push({ file: handle.value, path });
  }
  if (files.length === 0) return noLogs;
  const added = await host.call("signIns.add", { files });
  return added.ok ? null : added.problem;
}

const noLogs: Problem = {
  code: "no-log-in-folder",
  title: "There is no log among these files.",
  detail: "A log ends with .json, .ndjson, .csv, .log or .txt, packed (.gz) or not.",
  fix: "Choose the log itself.",
};
