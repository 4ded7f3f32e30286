import { Worker } from "node:worker_threads";
import type { Result } from "../core/problem.ts";
import { openThrough, type Reader } from "./reader/ask.ts";
import type { FromReader } from "./reader/messages.ts";
import type { SignInLog } from "./sign-in-log.ts";

/**
 * Opens an empty log, which is read in a thread of its own: to load DuckDB, to open and to close a database, and to make answers of
 * what it found take the thread in which they are done for a good part of a second.
 *
 * @param base where the private folder stands; the system's folder for temporary files if left out
 * @returns problems `duckdb-missing`, `disk-full`, `no-temporary-folder`, `log-reader-ended`
 */
export async function openSignInLog(base?: string): Promise<Result<SignInLog>> {
  const entry = readerEntry(import.meta.url);
  if (entry !== null) return openThrough(readerIn(entry), base ?? null);
  const { openHere } = await import("./sign-in-log.ts");
  return openHere(base);
}

/** Where the build puts `main/log-reader.ts`; null where the sources run as they are, which no thread of Node 20 can load. */
function readerEntry(own: string): URL | null {
  return own.endsWith(".ts") ? null : new URL("../log-reader.js", own);
}

/** A thread that runs the built reader. */
export function readerIn(entry: URL): Reader {
  const worker = new Worker(entry, { name: "sign-in logs" });
  let gone: (() => void) | null = null;
  let isGone = false;
  const ended = () => {
    if (isGone) return;
    isGone = true;
    gone?.();
  };
  worker.on("error", ended);
  worker.on("exit", ended);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (take) => void worker.on("message", (message: FromReader) => take(message)),
    onGone: (tell) => {
      gone = tell;
      if (isGone) tell();
    },
    wanted: (isWanted) => (isWanted ? worker.ref() : worker.unref()),
    end: async () => void (await worker.terminate()),
  };
}
