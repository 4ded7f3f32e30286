import { fail, type Result } from "../../core/problem.ts";
import type { AddOptions, SignInLog } from "../sign-in-log.ts";
import { type FromReader, type QuestionName, type Questions, readerGone, type ToReader } from "./messages.ts";

/** The thread that reads, as the side that asks sees it. */
export type Reader = {
  readonly post: (message: ToReader) => void;
  /** The last who asked for it is told. */
  readonly onMessage: (take: (message: FromReader) => void) => void;
  /** The last who asked for it is told once, when the thread is gone for whatever reason. */
  readonly onGone: (gone: () => void) => void;
  /** Whether somebody waits for an answer: only then is the process kept for it. */
  readonly wanted: (isWanted: boolean) => void;
  /** Numbers go on from log to log, so that no answer to an earlier log of the same thread is taken for one to the next. */
  readonly nextNumber: () => number;
  readonly end: () => Promise<void>;
};

type Waiting = {
  readonly settle: (answer: Result<unknown>) => void;
  readonly reject: (error: Error) => void;
  readonly options: AddOptions;
  readonly take: ((piece: string) => void | Promise<void>) | null;
};

/**
 * Opens a log in another thread. Every answer of it may be `log-reader-ended` besides.
 *
 * @param leave what becomes of the thread once the log is closed; else it ends
 */
export async function openThrough(
  reader: Reader,
  base: string | null,
  leave: () => Promise<void> = reader.end,
): Promise<Result<SignInLog>> {
  const waiting = new Map<number, Waiting>();
  let isGone = false;
  /** The thread may answer for another log from now on. */
  let isClosed = false;

  const finish = (number: number) => {
    const found = waiting.get(number);
    waiting.delete(number);
    reader.wanted(waiting.size > 0);
    return found;
  };
  reader.onGone(() => {
    isGone = true;
    for (const number of [...waiting.keys()]) finish(number)?.settle(fail(readerGone));
  });
  reader.onMessage((message) => {
    const { number } = message;
    const found = waiting.get(number);
    if (found === undefined) return;
    if ("answer" in message) finish(number)?.settle(message.answer);
    else if ("fault" in message) finish(number)?.reject(new Error(message.fault));
    else if ("share" in message) found.options.progress?.(message.share);
    else if ("first" in message) found.options.first?.(message.first);
    else void handOver(found, message.piece, number);
  });
  const handOver = async ({ take }: Waiting, piece: string, number: number) => {
    try {
      await take?.(piece);
      if (!isGone) reader.post({ taken: number });
    } catch (error) {
      // Else the reader would wait, and nobody else would be answered.
      if (!isGone) reader.post({ stop: number });
      finish(number)?.reject(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const ask = <Name extends QuestionName>(
    name: Name,
    what: Questions[Name]["asked"],
    options: AddOptions = {},
    take: Waiting["take"] = null,
  ): Promise<Result<Questions[Name]["answer"]>> => {
    if (isGone || isClosed) return Promise.resolve(fail(readerGone));
    const number = reader.nextNumber();
    const stop = () => {
      if (!isGone) reader.post({ stop: number });
    };
    options.signal?.addEventListener("abort", stop);
    return new Promise<Result<Questions[Name]["answer"]>>((resolve, reject) => {
      waiting.set(number, {
        settle: (answer) => resolve(answer as Result<Questions[Name]["answer"]>),
        reject,
        options,
        take,
      });
      reader.wanted(true);
      reader.post({ number, name, asked: what } as ToReader);
      if (options.signal?.aborted === true) stop();
    }).finally(() => options.signal?.removeEventListener("abort", stop));
  };

  let closing: Promise<void> | null = null;
  const close = async () => {
    const asking = ask("close", {});
    isClosed = true;
    const closed = await asking.catch(async (error) => {
      await reader.end();
      throw error;
    });
    await (closed.ok ? leave() : reader.end());
  };
  const opened = await ask("open", { base });
  if (!opened.ok) {
    await reader.end();
    return opened;
  }
  return {
    ok: true,
    value: {
      add: (path, name, options = {}) =>
        ask("add", { path, name, isFirstWanted: options.first !== undefined }, options),
      totals: (filter) => ask("totals", { filter }),
      report: (filter, checkMinutes, most = null) => ask("report", { filter, checkMinutes, most }),
      rows: (query) => ask("rows", { query }),
      row: (row) => ask("row", { row }),
      named: (names) => ask("named", { names }),
      csv: (selection, take) => ask("csv", { selection }, {}, take),
      close: () => {
        closing ??= close();
        return closing;
      },
    },
  };
}
