import type { Problem, Result } from "../../core/problem.ts";
import { openSignInLog, type SignInLog } from "../../sign-in-logs/index.ts";
import { logFiles } from "./log-files.ts";

/** A log of all files that could be read, and why the others could not. Its owner closes it. */
export type LoadedLogs = {
  readonly log: SignInLog;
  readonly files: number;
  readonly problems: readonly Problem[];
};

/** What is told while files are read. */
export type LoadProgress = { readonly name: string; readonly file: number; readonly files: number };

/**
 * Loads sign-in logs, files and folders.
 *
 * @param progress called before each file
 * @returns problems `duckdb-missing`, `disk-full`, `folder-not-read`; what is wrong with a single file stands in `problems`
 */
export async function loadLogs(
  paths: readonly string[],
  progress: (step: LoadProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result<LoadedLogs>> {
  const files = await logFiles(paths);
  if (!files.ok) return files;
  const opened = await openSignInLog();
  if (!opened.ok) return opened;
  const log = opened.value;
  const problems: Problem[] = [];
  let read = 0;
  try {
    for (const [index, path] of files.value.entries()) {
      progress({ name: path, file: index + 1, files: files.value.length });
      const added = await log.add(path, path, signal === undefined ? {} : { signal });
      if (added.ok) read += 1;
      else problems.push(added.problem);
      if (signal?.aborted === true) break;
    }
  } catch (error) {
    await log.close();
    throw error;
  }
  return { ok: true, value: { log, files: read, problems } };
}
