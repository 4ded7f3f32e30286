import type { EventPayload, LiveStep, LoginResult, SettingsSource } from "../../preload/contract.ts";

/** Where the person has to sign in, and how the address comes back. */
export type SignInPrompt = Omit<EventPayload<"test.signIn">, "runId">;

/** One test run of this session, running or finished. */
export type Run = {
  readonly id: string;
  readonly kind: "ropg" | "oidc";
  readonly from: SettingsSource;
  readonly username: string;
  readonly host: string;
  readonly practice: boolean;
  /** ISO 8601, when the person pressed the button. */
  readonly startedAt: string;
  readonly steps: readonly LiveStep[];
  /** When a running step was first seen, in milliseconds of the page's own clock, by step id. */
  readonly seenAt: Readonly<Record<string, number>>;
  readonly signIn: SignInPrompt | null;
  readonly result: LoginResult | null;
};

/** Puts a step into the list: under its id when it is there already, last otherwise. */
export function mergeStep(steps: readonly LiveStep[], step: LiveStep): readonly LiveStep[] {
  const known = steps.findIndex((candidate) => candidate.id === step.id);
  return known === -1 ? [...steps, step] : steps.with(known, step);
}

/** A run with one more step, or with that step in its next form. */
export function withStep(run: Run, step: LiveStep, seenAt: number): Run {
  const seen = step.id in run.seenAt ? run.seenAt : { ...run.seenAt, [step.id]: seenAt };
  return { ...run, steps: mergeStep(run.steps, step), seenAt: seen };
}

/** A finished run. Steps that were announced but are not in the result are dropped: the result is the record. */
export function withResult(run: Run, result: LoginResult): Run {
  const starts = new Map(run.steps.map((step) => [step.id, step.startedAtMs]));
  let queue = run.steps[0]?.startedAtMs ?? 0;
  const steps = result.steps.map((step) => {
    const startedAtMs = starts.get(step.id) ?? queue;
    queue = startedAtMs + step.ms;
    return { ...step, startedAtMs };
  });
  return { ...run, steps, signIn: null, result };
}
