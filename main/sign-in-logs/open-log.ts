import { Worker } from "node:worker_threads";
import type { Result } from "../core/problem.ts";
import type { Reader } from "./reader/ask.ts";
import { createReaders } from "./reader/kept-reader.ts";
import type { FromReader } from "./reader/messages.ts";
import type { SignInLog } from "./sign-in-log.ts";

/**
 * Opens an empty log, which is read in a thread of its own: to load DuckDB, to open and to close a database, and to make answers of
 * what it found take the thread in which they are done for a good part of a second. That thread is kept for the next log.
 *
 * @param base where the private folder stands; the system's folder for temporary files if left out
 * @returns problems `duckdb-missing`, `disk-full`, `no-temporary-folder`, `log-reader-ended`
 */
export async function openSignInLog(base?: string): Promise<Result<SignInLog>> {
  const entry = readerEntry(import.meta.url);
  if (entry !== null) {
    openInThread ??= createReaders(() => readerIn(entry));
    return openInThread(base ?? null);
  }
  const { openHere } = await import("./sign-in-log.ts");
  return openHere(base);
}

let openInThread: ReturnType<typeof createReaders> | null = null;

/** Where the build puts `main/log-reader.ts`; null where the sources run as they are, which no thread of Node 20 can load. */
function readerEntry(own: string): URL | null {
  return own.endsWith(".ts") ? null : new URL("../log-reader.js", own);
}

/** A thread that runs the built reader. */
export function readerIn(entry: URL): Reader {
  const worker = new Worker(entry, { name: "sign-in logs" });
  let gone: (() => void) | null = null;
  let isGone = false;
  let asked = 0;
  let taker: ((message: FromReader) => void) | null = null;
  const ended = () => {
    if (isGone) return;
    isGone = true;
    gone?.();
  };
  worker.on("message", (message: FromReader) => taker?.(message));
  worker.on("error", ended);
  worker.on("exit", ended);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (take) => {
      taker = take;
    },
    onGone: (tell) => {
      gone = tell;
      if (isGone) tell();
    },
    wanted: (isWanted) => (isWanted ? worker.ref() : worker.unref()),
    nextNumber: () => {
      asked += 1;
      return asked;
    },
    end: async () => void (await worker.terminate()),
  };
}
