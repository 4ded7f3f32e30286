import { withVerdict } from "../../core/pair/pair-verdict.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { RunAbout, RunHistory } from "../history/history.ts";
import type { HostPorts } from "../ports.ts";
import type { Practice } from "../practice/practice.ts";
import type { BrokenRuns } from "./broken-runs.ts";
import type { RunEnd, StartedRun } from "./run-calls.ts";
import { brokeOff } from "./test-runs.ts";

/** Waits for a run to end, remembers what it came to, and tells everybody; the answer is that it has started. */
export type FollowRun = (about: RunAbout, started: Result<StartedRun>) => Result<null>;

export function createFollowRun(
  { emit }: Pick<HostPorts, "emit">,
  broken: Pick<BrokenRuns, "tell">,
  history: Pick<RunHistory, "besideOtherMethod" | "remember">,
  practice: Pick<Practice, "running" | "view">,
): FollowRun {
  const tellEnd = (about: RunAbout, runId: string, end: RunEnd) => {
    if (end.kind === "failed") {
      broken.tell({ runId, problem: end.problem });
      return;
    }
    if (end.kind === "finished") {
      const result = history.besideOtherMethod(about, end.result);
      emit("test.finished", { runId, result });
      history.remember(runId, about, [result], null);
    } else {
      const { check, paired } = end;
      const login = history.besideOtherMethod(about, end.login);
      emit("test.pairFinished", { runId, login, check, paired: withVerdict(paired, login, check) });
      history.remember(runId, about, [login, check], paired);
    }
    // A test may have locked a practice account out or given consent.
    if (practice.running() !== null) emit("practice.changed", practice.view());
  };
  const follow = async (about: RunAbout, { runId, ended }: StartedRun) => {
    const end = await ended;
    try {
      tellEnd(about, runId, end);
    } catch (error) {
      broken.tell({ runId, problem: brokeOff(error) });
    }
  };
  return (about, started) => {
    if (!started.ok) return started;
    void follow(about, started.value);
    return succeed(null);
  };
}
