import type { Exchange, LiveStep, PlannedStep, Step } from "../core/login-result.ts";
import { type KnownSecrets, maskExchange, maskKnown, prepareSecrets } from "../core/redact/index.ts";
import type { Ending } from "../core/verdict/ending.ts";
import { endingOfError } from "../network/fault.ts";
import type { LoginContext } from "./ports.ts";

/** An exchange as it was on the wire; it leaves the recorder masked. */
export type WireExchange = { readonly request: Exchange; readonly response: Exchange | null };

/** What a step came to: go on with a value, or end the run. */
export type StepResult<T> =
  | { readonly status: "ok"; readonly value: T; readonly note?: string }
  | {
      readonly status: "failed";
      readonly ending: Ending;
      readonly note?: string;
      /** An earlier step whose answer was an error: that one failed, this one only read it. */
      readonly failed?: string;
    }
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
  /** The same without user names, which a result shows: it is about that person. */
  readonly secrets: () => KnownSecrets;
};

/** Runs steps in the order of the plan, times and masks them, and tells the listener when each starts and ends. */
export function createRecorder(context: LoginContext, plan: readonly PlannedStep[]): Recorder {
  const done: Step[] = [];
  const hidden: string[] = [];
  const userNames: string[] = [];
  // Made ready once for all texts that are masked until the next value is known.
  let everything: KnownSecrets | null = null;
  const known = (): KnownSecrets => {
    everything ??= prepareSecrets({ hidden, userNames });
    return everything;
  };
  const add = (list: string[], values: readonly string[]): void => {
    list.push(...values.filter((value) => value !== ""));
    everything = null;
  };

  /** Whoever listens cannot end the run: its window may be gone. */
  const tell = (step: LiveStep): void => {
    try {
      context.onStep(step);
    } catch {
      // The result has every step anyway.
    }
  };
  const finish = (step: Step, startedAtMs: number): void => {
    done.push(step);
    tell({ ...step, startedAtMs });
  };

  /** Marks a step that was made as failed; false where there is none of this id. */
  const blame = (id: string | undefined): boolean => {
    const index = done.findIndex((finished) => finished.id === id);
    const made = done[index];
    if (made !== undefined) done[index] = { ...made, status: "failed" };
    return made !== undefined;
  };

  const step = async <T>(
    id: string,
    work: (tools: StepTools) => Promise<StepResult<T>>,
  ): Promise<Advance<T>> => {
    const title = plan.find((planned) => planned.id === id)?.title ?? id;
    const startedAtMs = context.now();
    const waitedBefore = context.waitedMs?.() ?? 0;
    tell({ id, title, status: "running", startedAtMs });
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
    const waitedMs = (context.waitedMs?.() ?? 0) - waitedBefore;
    const waited = waitedMs > 0 ? { waitedMs } : {};
    const status = "failed" in result && blame(result.failed) ? "ok" : result.status;
    finish(
      { id, title, status, ms, ...waited, ...noted(result.note, known()), ...exchanged(last, known()) },
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
    hide: (...values) => add(hidden, values),
    hideUserName: (name) => add(userNames, [name]),
    known,
    secrets: () => prepareSecrets({ hidden, userNames: [] }),
  };
}

/** The edge of a step: whatever is thrown inside becomes the ending of the run. */
async function attempt<T>(
  id: string,
  work: () => Promise<StepResult<T>>,
  signal: AbortSignal,
): Promise<StepResult<T>> {
  if (signal.aborted)
    return {
      status: "failed",
      ending: { kind: "cancelled", by: "user", at: id, began: false },
      note: "Stopped.",
    };
  try {
    return await work();
  } catch (error) {
    const ending = endingOfError(error, id, signal);
    return { status: "failed", ending, note: noteOf(ending) };
  }
}

function noteOf(ending: Ending): string {
  if (ending.kind === "fault") return ending.detail;
  return ending.kind === "refused" ? ending.problem.detail : "Stopped.";
}

/** A note is a sentence; what makes it longer comes from a server. */
const longestNote = 2_000;

function noted(note: string | undefined, known: KnownSecrets): { note?: string } {
  return note === undefined || note === "" ? {} : { note: maskKnown(note, known, longestNote) };
}

function exchanged(
  wire: WireExchange | null,
  known: KnownSecrets,
): { request?: Exchange; response?: Exchange } {
  if (wire === null) return {};
  const request = maskExchange(wire.request, known);
  return wire.response === null ? { request } : { request, response: maskExchange(wire.response, known) };
}
