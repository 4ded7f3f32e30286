import type { EventPayload, RunningView } from "../../../preload/contract.ts";
import type { HostPorts } from "../ports.ts";

/** What is known of a run when it starts. */
export type RunOpening = Omit<RunningView, "plan" | "steps" | "signIn" | "question">;

/**
 * The runs that go on, with everything that was told about them. Whatever a run tells goes through here, so that a page which
 * comes later (after a reload) can be told the same.
 */
export type RunningRuns = {
  readonly begin: (run: RunOpening) => void;
  readonly plan: (event: EventPayload<"test.planned">) => void;
  readonly step: (event: EventPayload<"test.step">) => void;
  readonly signIn: (event: EventPayload<"test.signIn">) => void;
  readonly askHost: (event: EventPayload<"test.askHost">) => void;
  /** The question about a host was answered, or is no longer one. */
  readonly hostAnswered: (runId: string) => void;
  readonly end: (runId: string) => void;
  /** The oldest first. */
  readonly list: () => readonly RunningView[];
};

export function createRunningRuns({ emit, now }: Pick<HostPorts, "emit" | "now">): RunningRuns {
  const runs = new Map<string, RunningView>();
  /** When the sign-in of a run was told. */
  const toldAt = new Map<string, number>();
  const change = (runId: string, next: (run: RunningView) => Partial<RunningView>) => {
    const run = runs.get(runId);
    if (run !== undefined) runs.set(runId, { ...run, ...next(run) });
  };
  return {
    begin: (run) => void runs.set(run.runId, { ...run, plan: null, steps: [], signIn: null, question: null }),
    plan: (event) => {
      const { runId, ...plan } = event;
      change(runId, () => ({ plan }));
      emit("test.planned", event);
    },
    step: (event) => {
      const { runId, ...told } = event;
      change(runId, ({ steps, signIn }) => ({
        steps: withStep(steps, told),
        // The prompt is over when any step after the sign-in begins.
        signIn: told.step.id === "sign-in" ? signIn : null,
      }));
      emit("test.step", event);
    },
    signIn: (event) => {
      const { runId, ...signIn } = event;
      toldAt.set(runId, now());
      change(runId, () => ({ signIn }));
      emit("test.signIn", event);
    },
    askHost: (event) => {
      const { runId, ...question } = event;
      change(runId, () => ({ question }));
      emit("test.askHost", event);
    },
    hostAnswered: (runId) => change(runId, () => ({ question: null })),
    end: (runId) => {
      runs.delete(runId);
      toldAt.delete(runId);
    },
    list: () =>
      [...runs.values()].map(({ signIn, ...run }) => ({
        ...run,
        signIn: signIn === null ? null : later(signIn, now() - (toldAt.get(run.runId) ?? now())),
      })),
  };
}

/** A prompt as it is told some time after it came. */
function later(signIn: NonNullable<RunningView["signIn"]>, ms: number): RunningView["signIn"] {
  return { ...signIn, leftMs: Math.max(0, signIn.leftMs - ms) };
}

type Told = RunningView["steps"][number];

/** Each step once, in its newest form, where it was first told. */
function withStep(steps: RunningView["steps"], told: Told): RunningView["steps"] {
  const known = steps.findIndex(({ signIn, step }) => signIn === told.signIn && step.id === told.step.id);
  return known === -1 ? [...steps, told] : steps.with(known, told);
}
