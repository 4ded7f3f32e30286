import { promptAt, type Run, resultsOf, runningRun, withPlan, withResult, withStep } from "./run.ts";
import { questionOfRun, type RunQuestion } from "./run-question.ts";
import type { RunParts, RunState } from "./run-state.ts";

type RunEvents = Pick<
  RunState,
  | "receivePlan"
  | "receiveStep"
  | "receiveSignIn"
  | "receiveHostQuestion"
  | "receiveResult"
  | "receivePair"
  | "receiveFailure"
  | "resume"
  | "catchUp"
>;

/** What main tells of runs, in events and when it is asked. */
export function createRunEvents(parts: RunParts): RunEvents {
  const { clock, get, set } = parts;
  // What comes about runs of which this page knows nothing, while it asks which there are; null while it does not ask.
  let unknown: (() => void)[] | null = null;
  // What this page knows of runs may be old.
  let isBehind = false;

  /** An event of a run: for the page at once, or when it is known which runs there are. */
  const told = (id: string, take: () => void) => {
    if (unknown === null || (id in get().runs && !isBehind)) {
      take();
    } else {
      unknown.push(take);
    }
  };
  const change = (id: string, next: (run: Run) => Run) => {
    const run = get().runs[id];
    if (run !== undefined) {
      set(({ runs }) => ({ runs: { ...runs, [id]: next(run) } }));
    }
  };
  const end = (id: string) =>
    set(({ runningId, question }) => ({
      runningId: runningId === id ? null : runningId,
      question: isAskedBy(question, id) ? null : question,
    }));
  const resume = async (hasMissed: boolean): Promise<string | null> => {
    unknown ??= [];
    isBehind ||= hasMissed;
    const ended = await askWhatGoesOn(parts, hasMissed);
    const missed = unknown ?? [];
    unknown = null;
    isBehind = false;
    // Some of it may be in the answer already; it comes in its order, so the newest is what stays.
    for (const take of missed) take();
    return ended === null ? null : withoutResult(ended);
  };
  /** A run whose end was told while events came again is shown; of another the page knows nothing more. */
  const withoutResult = (id: string): string | null => {
    const { [id]: run, ...rest } = get().runs;
    if (run === undefined || resultsOf(run).length > 0) return null;
    set({ runs: rest });
    return id;
  };
  return {
    resume: async () => void (await resume(false)),
    catchUp: () => resume(true),
    receivePlan: ({ runId, login, check }) =>
      told(runId, () => change(runId, (run) => withPlan(run, { login, check }))),
    receiveStep: ({ runId, signIn, step }) =>
      told(runId, () =>
        change(runId, (run) => ({
          ...withStep(run, signIn, step, clock.elapsed()),
          signIn: signInAfter(run, step.id),
        })),
      ),
    receiveSignIn: ({ runId, ...signIn }) => {
      // Now: what is told while this page asks which runs there are is shown later.
      const prompt = promptAt(signIn, clock.elapsed());
      told(runId, () => change(runId, (run) => ({ ...run, signIn: prompt })));
    },
    receiveHostQuestion: (event) => told(event.runId, () => set({ question: questionOfRun(event) })),
    receiveResult: ({ runId, result }) =>
      told(runId, () => {
        change(runId, (run) => withResult(run, result));
        end(runId);
      }),
    receivePair: ({ runId, login, check, paired }) =>
      told(runId, () => {
        change(runId, (run) => ({ ...withResult(withResult(run, login), check), paired }));
        end(runId);
      }),
    receiveFailure: ({ runId, problem }) =>
      told(runId, () => {
        // Nothing comes any more; also nobody is asked to sign in any more.
        change(runId, (run) => ({ ...run, signIn: null }));
        end(runId);
        set({ problem, brokenId: runId });
      }),
  };
}

/**
 * Shows the runs that go on, and says of the newest that broke off while no page was there to hear it.
 *
 * @returns the run that went on here when main was asked and has ended; null where there is none
 */
async function askWhatGoesOn(
  { host, clock, onStarted, get, set }: RunParts,
  hasMissed: boolean,
): Promise<string | null> {
  // A run that is started while main is asked is in no answer.
  const asked = get().runningId;
  const [running, broken] = await Promise.all([
    host.call("test.running", {}),
    host.call("test.brokenOff", {}),
  ]);
  const now = { date: clock.date().getTime(), elapsed: clock.elapsed() };
  const { runs: known } = get();
  const views = running.ok ? running.value.filter(({ runId }) => hasMissed || !(runId in known)) : [];
  const hasEnded = hasMissed && running.ok && asked !== null && !views.some(({ runId }) => runId === asked);
  if (hasEnded && get().runningId === asked) set({ runningId: null, question: null });
  for (const view of views) {
    const { runId, question } = view;
    set(({ runs, question: before }) => ({
      runs: { ...runs, [runId]: runningRun(view, now) },
      runningId: runId,
      question: question === null ? before : questionOfRun({ ...question, runId }),
    }));
    onStarted(runId);
  }
  const newest = broken.ok ? broken.value.at(-1) : undefined;
  if (newest !== undefined) {
    set({ problem: newest.problem, brokenId: newest.runId });
  }
  return hasEnded ? asked : null;
}

function isAskedBy(question: RunQuestion | null, runId: string): boolean {
  return question?.about === "host" && "runId" in question.asker && question.asker.runId === runId;
}

/** The prompt is over when any step after the sign-in begins. */
function signInAfter(run: Run, stepId: string): Run["signIn"] {
  return stepId === "sign-in" ? run.signIn : null;
}
