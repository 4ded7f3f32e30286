import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { HostQuestion } from "../../login/ports.ts";

/** The hosts that a person allowed in this session, and the questions about others that runs are waiting with. */
export type HostQuestions = {
  readonly allow: (host: string) => void;
  readonly allowed: () => readonly string[];
  /** Asks on behalf of a run; answered at once for a host that was allowed before, and with no when the run is stopped. */
  readonly ask: (runId: string, question: HostQuestion, signal: AbortSignal) => Promise<boolean>;
  readonly answer: (runId: string, isAllowed: boolean) => Result<null>;
};

/** @param announce tells the page about a question */
export function createHostQuestions(
  announce: (question: HostQuestion & { readonly runId: string }) => void,
): HostQuestions {
  const allowed = new Set<string>();
  const waiting = new Map<string, (isAllowed: boolean) => void>();
  return {
    allow: (host) => allowed.add(host.toLowerCase()),
    allowed: () => [...allowed],
    ask: async (runId, { host, carries }, signal) => {
      if (allowed.has(host)) return true;
      if (signal.aborted) return false;
      const isAllowed = await new Promise<boolean>((resolve) => {
        const stop = () => resolve(false);
        signal.addEventListener("abort", stop, { once: true });
        waiting.set(runId, resolve);
        announce({ runId, host, carries });
      });
      waiting.delete(runId);
      if (isAllowed) allowed.add(host);
      return isAllowed;
    },
    answer: (runId, isAllowed) => {
      const take = waiting.get(runId);
      if (take === undefined) return fail(notAsking);
      take(isAllowed);
      return succeed(null);
    },
  };
}

const notAsking: Problem = {
  code: "not-waiting",
  title: "No test is waiting for an answer about a host.",
  detail: "The run has ended, or it was answered already.",
  fix: "Start the test again.",
};
