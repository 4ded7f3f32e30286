import { type KnownSecrets, maskExchange, maskKnown } from "../core/redact/index.ts";
import type { Ending } from "../core/verdict/ending.ts";
import type { Exchange, LiveStep, PlannedStep, Step } from "../core/verdict/login-result.ts";
import { endingOfError } from "./network/fault.ts";
import type { LoginContext } from "./ports.ts";

/** An exchange as it was on the wire; it leaves the recorder masked. */
export type WireExchange = { readonly request: Exchange; readonly response: Exchange | null };

/** What a step came to: go on with a value, or end the run. */
export type StepResult<T> =
  | { readonly status: "ok"; readonly value: T; readonly note?: string }
  | { readonly status: "failed"; readonly ending: Ending; readonly note?: string }
  /** It failed, and the run can go on without it. */
  | { readonly status: "failed"; readonly value: T; readonly note: string }
  | { readonly status: "skipped"; readonly value: T; readonly note: string };

export type StepTools = { readonly record: (exchange: WireExchange) => void };

/** What the caller of a step gets: the value, or the ending of the run. */
export type Advance<T> =
  | { readonly go: true; readonly value: T }
  | { readonly go: false; readonly ending: Ending };

export type Recorder = {
  readonly step: <T>(id: string, work: (tools: StepTools) => Promise<StepResult<T>>) => Promise<Advance<T>>;
  /** Marks everything that has not run as skipped. */
  readonly skipRest: (note: string) => void;
  readonly steps: () => readonly Step[];
  /** From now on these values are masked wherever they appear. */
  readonly hide: (...values: readonly string[]) => void;
  readonly hideUserName: (name: string) => void;
  readonly known: () => KnownSecrets;
};

/** Runs steps in the order of the plan, times and masks them, and tells the listener when each starts and ends. */
export function createRecorder(context: LoginContext, plan: readonly PlannedStep[]): Recorder {
  const done: Step[] = [];
  const hidden: string[] = [];
  const userNames: string[] = [];
  const known = (): KnownSecrets => ({ hidden, userNames });

  const finish = (step: Step, startedAtMs: number): void => {
    done.push(step);
    context.onStep({ ...step, startedAtMs } satisfies LiveStep);
  };

  const step = async <T>(
    id: string,
    work: (tools: StepTools) => Promise<StepResult<T>>,
  ): Promise<Advance<T>> => {
    const title = plan.find((planned) => planned.id === id)?.title ?? id;
    const startedAtMs = context.now();
    context.onStep({ id, title, status: "running", startedAtMs });
    let last: WireExchange | null = null;
    const result = await attempt(
      id,
      () =>
        work({
          record: (exchange) => {
            last = exchange;
          },
        }),
      context.signal,
    );
    const ms = Math.max(0, context.now() - startedAtMs);
    finish(
      { id, title, status: result.status, ms, ...noted(result.note, known()), ...exchanged(last, known()) },
      startedAtMs,
    );
    return "ending" in result ? { go: false, ending: result.ending } : { go: true, value: result.value };
  };

  const skipRest = (note: string): void => {
    for (const { id, title } of plan) {
      if (done.some((finished) => finished.id === id)) continue;
      finish({ id, title, status: "skipped", ms: 0, note }, context.now());
    }
  };

  return {
    step,
    skipRest,
    steps: () => done,
    hide: (...values) => void hidden.push(...values.filter((value) => value !== "")),
    hideUserName: (name) => void userNames.push(name),
    known,
  };
}

/** The edge of a step: whatever is thrown inside becomes the ending of the run. */
async function attempt<T>(
  at: string,
  work: () => Promise<StepResult<T>>,
  signal: AbortSignal,
): Promise<StepResult<T>> {
  if (signal.aborted)
    return { status: "failed", ending: { kind: "cancelled", by: "user" }, note: "Stopped." };
  try {
    return await work();
  } catch (error) {
    const ending = endingOfError(error, at, signal);
    return { status: "failed", ending, note: noteOf(ending) };
  }
}

function noteOf(ending: Ending): string {
  if (ending.kind === "fault") return ending.detail;
  return ending.kind === "refused" ? ending.problem.detail : "Stopped.";
}

function noted(note: string | undefined, known: KnownSecrets): { note?: string } {
  return note === undefined || note === "" ? {} : { note: maskKnown(note, known) };
}

function exchanged(
  wire: WireExchange | null,
  known: KnownSecrets,
): { request?: Exchange; response?: Exchange } {
  if (wire === null) return {};
  const request = maskExchange(wire.request, known);
  return wire.response === null ? { request } : { request, response: maskExchange(wire.response, known) };
}
