import type { CallInput, SetUpChoice, SetUpView, SetUpWalk } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { planState, type SetupPlan, setupScript, withSaved } from "../../core/setup/index.ts";
import type { PracticeTenant } from "../../practice-tenant/index.ts";
import { waitFor } from "../wait-for.ts";
import { lookUpFor, planFor, type SetUpSources, type SetUpSubject, setUpSubject } from "./gather.ts";
import { scriptName } from "./script.ts";
import { setUpView } from "./view.ts";
import { type WalkPorts, walkSetUp, walkUndo } from "./walk.ts";

/** Set up for one window: a view for every choice, the scripts, and one walk through the practice tenant at a time. */
export type SetUpDesk = {
  readonly view: (choice: SetUpChoice) => Promise<Result<SetUpView>>;
  readonly script: (
    asked: CallInput<"setUp.script">,
  ) => Result<{ readonly fileName: string; readonly text: string }>;
  readonly carryOut: (choice: SetUpChoice, isUndo: boolean) => Promise<Result<null>>;
  readonly press: (choice: SetUpChoice, stepId: string) => Promise<Result<null>>;
  readonly stop: () => void;
  readonly walk: () => SetUpWalk | null;
};

/** Milliseconds between two steps of a walk. */
const pauseMs = 140;

/**
 * @param tell told of every change of a walk
 * @param wait a moment between two steps; tests take none
 */
export function createSetUpDesk(
  sources: SetUpSources,
  tell: (walk: SetUpWalk) => void,
  wait: typeof waitFor = waitFor,
): SetUpDesk {
  let walk: SetUpWalk | null = null;
  let running = new AbortController();
  const planned = (
    choice: SetUpChoice,
  ): Result<{ readonly subject: SetUpSubject; readonly plan: SetupPlan }> => {
    const subject = setUpSubject(sources);
    if (!subject.ok) return subject;
    const plan = planFor(subject.value, choice);
    return plan.ok ? succeed({ subject: subject.value, plan: plan.value }) : plan;
  };
  const portsFor = (practice: PracticeTenant, plan: SetupPlan): WalkPorts => {
    running = new AbortController();
    const { signal } = running;
    return {
      ask: (request) => practice.administer(plan.permissions, request),
      tell: (next) => {
        walk = next;
        tell(next);
      },
      pause: (until) => wait(pauseMs, until),
      signal,
    };
  };
  return {
    view: async (choice) => {
      const subject = setUpSubject(sources);
      return subject.ok ? succeed(await setUpView(subject.value, choice)) : subject;
    },
    script: ({ choice, format, isUndo }) => {
      const made = planned(choice);
      if (!made.ok) return made;
      const { plan } = made.value;
      const text = setupScript(plan, format, isUndo);
      return text.ok ? succeed({ fileName: scriptName(plan, format, isUndo), text: text.value }) : text;
    },
    carryOut: async (choice, isUndo) => {
      const made = planned(choice);
      if (!made.ok) return made;
      const { subject, plan } = made.value;
      if (subject.practice === null) return fail(notRunning);
      if (walk?.isRunning === true) return fail(alreadyRunning);
      walk = await (isUndo ? walkUndo : walkSetUp)(plan, portsFor(subject.practice, plan));
      return walk.problem === null ? succeed(null) : fail(walk.problem);
    },
    press: async (choice, stepId) => {
      const made = planned(choice);
      if (!made.ok) return made;
      const { subject, plan } = made.value;
      if (subject.practice === null) return fail(notRunning);
      const press = plan.steps.find(({ id }) => id === stepId)?.press ?? null;
      if (press === null) return fail(nothingToPress);
      const { saved } = await planState(plan, lookUpFor(subject, plan));
      const request = withSaved(press, saved);
      const answer = await subject.practice.administer(plan.permissions, request);
      if (answer.status >= 200 && answer.status < 300) return succeed(null);
      const { answeredWith } = await import("./walk-problems.ts");
      const role = plan.steps.find(({ id }) => id === stepId)?.role ?? "";
      return fail(answeredWith(request, answer, role));
    },
    stop: () => running.abort(),
    walk: () => walk,
  };
}

const notRunning: Problem = {
  code: "practice-not-running",
  title: "The practice tenant does not run.",
  detail: "Steps are carried out there and nowhere else; in a real tenant the identity team runs the script.",
  fix: "Start the practice tenant first.",
};

const alreadyRunning: Problem = {
  code: "set-up-running",
  title: "The steps are being carried out already.",
  detail: "One set-up runs at a time.",
  fix: "Wait until it has ended, or stop it.",
};

const nothingToPress: Problem = {
  code: "set-up-no-press",
  title: "This step is no press.",
  detail: "Nothing has been changed.",
  fix: "Carry the other steps out; what is left for a person says so itself.",
};
