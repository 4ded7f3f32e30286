import type { MessagePort } from "node:worker_threads";
import { type Result, succeed } from "../../core/problem.ts";
import type { SignInLog } from "../sign-in-log.ts";
import type { FromReader, Question, ToReader } from "./messages.ts";

/** What the reading side needs of a port. */
export type ReaderPort = Pick<MessagePort, "postMessage" | "on">;

/**
 * Answers what comes through a port from a log, and when it is closed from the next one that is opened.
 *
 * @param open opens a log
 */
export function answerFrom(
  port: ReaderPort,
  open: (base: string | undefined) => Promise<Result<SignInLog>>,
): void {
  const stops = new Map<number, AbortController>();
  const takers = new Map<number, Taker>();
  let log: SignInLog | null = null;
  const tell = (message: FromReader) => port.postMessage(message);

  const opened = async (base: string | null): Promise<Result<null>> => {
    const result = await open(base ?? undefined);
    if (!result.ok) return result;
    log = result.value;
    return succeed(null);
  };
  const close = async (): Promise<Result<null>> => {
    const closing = log;
    log = null;
    await closing?.close();
    return succeed(null);
  };
  const taken = (number: number) =>
    new Promise<void>((next, leave) => takers.set(number, { next, leave: () => leave(notTaken) }));
  const answerOf = (question: Question, signal: AbortSignal): Promise<Result<unknown>> => {
    const { number } = question;
    if (question.name === "open") return opened(question.asked.base);
    if (question.name === "close") return close();
    if (log === null) throw new Error("no log is open");
    switch (question.name) {
      case "add":
        return log.add(question.asked.path, question.asked.name, {
          signal,
          progress: (share) => tell({ number, share }),
          ...(question.asked.isFirstWanted ? { first: (first) => tell({ number, first }) } : {}),
        });
      case "totals":
        return log.totals(question.asked.filter);
      case "report":
        return log.report(question.asked.filter, question.asked.checkMinutes, question.asked.most);
      case "rows":
        return log.rows(question.asked.query);
      case "row":
        return log.row(question.asked.row);
      case "named":
        return log.named(question.asked.names);
      case "csv":
        return log.csv(question.asked.selection, (piece) => {
          const wait = taken(number);
          tell({ number, piece });
          return wait;
        });
    }
  };
  const answer = async (question: Question) => {
    const { number } = question;
    const stop = new AbortController();
    stops.set(number, stop);
    try {
      tell({ number, answer: await answerOf(question, stop.signal) });
    } catch (error) {
      tell({ number, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    } finally {
      stops.delete(number);
      takers.delete(number);
    }
  };

  port.on("message", (message: ToReader) => {
    if ("stop" in message) {
      stops.get(message.stop)?.abort();
      takers.get(message.stop)?.leave();
    } else if ("taken" in message) takers.get(message.taken)?.next();
    else void answer(message);
  });
}

/** Who takes an answer that comes in pieces. */
type Taker = { readonly next: () => void; readonly leave: () => void };

const notTaken = new Error("nobody takes the rest of the answer");
