import type { Result } from "../../core/problem.ts";
import type { SignInLog } from "../sign-in-log.ts";
import { openThrough, type Reader } from "./ask.ts";
import { readerGone } from "./messages.ts";

/**
 * Opens logs, each in a thread of its own. The thread of a log that was closed is kept for the next one, because to start it and to
 * load DuckDB takes longer than to read a small log; one is kept, and it holds no process open.
 *
 * @param start starts a thread
 */
export function createReaders(start: () => Reader): (base: string | null) => Promise<Result<SignInLog>> {
  let kept: Reader | null = null;
  const openWith = (reader: Reader, base: string | null) =>
    openThrough(reader, base, async () => {
      if (kept !== null) return reader.end();
      kept = reader;
      reader.onGone(() => {
        if (kept === reader) kept = null;
      });
    });
  return async (base) => {
    const reader = kept;
    kept = null;
    if (reader !== null) {
      const opened = await openWith(reader, base);
      // It may have ended while nobody asked anything of it.
      if (opened.ok || opened.problem.code !== readerGone.code) return opened;
    }
    return openWith(start(), base);
  };
}
