import type { LiveStep } from "../../../../preload/contract.ts";
import { type RunSignIn, waitsForPerson } from "../../../stores/run.ts";

/** A step with the time that it took, or takes so far, and what passed between it and the one before, in milliseconds. */
export type TimedStep = { readonly step: LiveStep; readonly ms: number; readonly gapMs: number };

/** Whose time a run took, in milliseconds. The parts add up to the whole. */
export type TimeParts = {
  readonly total: number;
  /** At the provider, on the way there, or on the way to one that was not reached. */
  readonly provider: number;
  /** In our own code: steps that went through without asking anybody. */
  readonly own: number;
  /** Somebody was waited for. */
  readonly waiting: number;
  /** After one step and before the next. */
  readonly between: number;
};

/**
 * The steps of a sign-in with their times.
 *
 * @param now the page's own clock in milliseconds, for the step that goes on
 */
export function timedSteps(signIn: RunSignIn, now: number): readonly TimedStep[] {
  return signIn.steps.map((step, index) => ({
    step,
    ms: step.status === "running" ? Math.max(0, now - (signIn.seenAt[step.id] ?? now)) : step.ms,
    gapMs: gapBefore(step, signIn.steps[index - 1]),
  }));
}

/** Parts the time of sign-ins by whose it was: the steps of each in their order. */
export function timeParts(signIns: readonly (readonly TimedStep[])[]): TimeParts {
  const sum = (list: readonly TimedStep[]) => list.reduce((total, { ms }) => total + ms, 0);
  const steps = signIns.flat();
  const inSteps = sum(steps);
  const between = steps.reduce((total, { gapMs }) => total + gapMs, 0);
  const own = sum(steps.filter(({ step }) => isOwn(step)).map(withoutQuestions));
  const persons = sum(steps.filter(({ step }) => waitsForPerson(step)));
  const others = steps.filter(({ step }) => !waitsForPerson(step));
  const waiting = persons + sum(others.map((timed) => ({ ...timed, ms: askedMs(timed.step) })));
  return { total: inSteps + between, waiting, own, between, provider: inSteps - waiting - own };
}

/** What passed between the end of a step and the start of the next; a step that goes on is timed by another clock. */
function gapBefore(step: LiveStep, last: LiveStep | undefined): number {
  if (last === undefined || last.status === "running") return 0;
  return Math.max(0, step.startedAtMs - (last.startedAtMs + last.ms));
}

/** How long a question of the step waited for the person. */
function askedMs(step: LiveStep): number {
  return step.status === "running" ? 0 : (step.waitedMs ?? 0);
}

function withoutQuestions(timed: TimedStep): TimedStep {
  return { ...timed, ms: timed.ms - askedMs(timed.step) };
}

function isOwn(step: LiveStep): boolean {
  return (
    step.status === "ok" && step.request === undefined && step.response === undefined && !waitsForPerson(step)
  );
}
