import type { LiveStep } from "../../../../preload/contract.ts";
import { type RunSignIn, waitsForPerson } from "../../../stores/run.ts";

/** A step with the time that it took, or takes so far, in milliseconds. */
export type TimedStep = { readonly step: LiveStep; readonly ms: number };

/** Whose time a run took, in milliseconds. The parts add up to the whole. */
export type TimeParts = {
  readonly total: number;
  /** At the provider, on the way there, or on the way to one that was not reached. */
  readonly provider: number;
  /** In our own code: steps that went through without asking anybody. */
  readonly own: number;
  /** Somebody was waited for. */
  readonly waiting: number;
};

/**
 * The steps of a sign-in with their times.
 *
 * @param now the page's own clock in milliseconds, for the step that goes on
 */
export function timedSteps(signIn: RunSignIn, now: number): readonly TimedStep[] {
  return signIn.steps.map((step) => ({
    step,
    ms: step.status === "running" ? Math.max(0, now - (signIn.seenAt[step.id] ?? now)) : step.ms,
  }));
}

/** Parts the time of steps by whose it was. */
export function timeParts(steps: readonly TimedStep[]): TimeParts {
  const sum = (list: readonly TimedStep[]) => list.reduce((total, { ms }) => total + ms, 0);
  const total = sum(steps);
  const own = sum(steps.filter(({ step }) => isOwn(step)).map(withoutQuestions));
  const signIns = sum(steps.filter(({ step }) => waitsForPerson(step)));
  const others = steps.filter(({ step }) => !waitsForPerson(step));
  const waiting = signIns + sum(others.map(({ step }) => ({ step, ms: askedMs(step) })));
  return { total, waiting, own, provider: total - waiting - own };
}

/** How long a question of the step waited for the person. */
function askedMs(step: LiveStep): number {
  return step.status === "running" ? 0 : (step.waitedMs ?? 0);
}

function withoutQuestions({ step, ms }: TimedStep): TimedStep {
  return { step, ms: ms - askedMs(step) };
}

function isOwn(step: LiveStep): boolean {
  return (
    step.status === "ok" && step.request === undefined && step.response === undefined && !waitsForPerson(step)
  );
}
