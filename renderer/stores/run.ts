import type {
  EventPayload,
  LiveStep,
  LoginResult,
  PlannedStep,
  RunDetailView,
  RunKind,
  RunName,
  RunningView,
  SettingsSource,
  SignInPrediction,
  Step,
  Via,
} from "../../preload/contract.ts";

/** What main says two results come to together, just ended or kept. */
export type Paired = EventPayload<"test.pairFinished">["paired"];

/** Which of the two sign-ins: `login` is the login window, `check` the password check. */
export type SignInName = "login" | "check";

/** Where the person has to sign in, and how the address comes back. */
type ToldPrompt = Omit<EventPayload<"test.signIn">, "runId">;
export type SignInPrompt = Omit<ToldPrompt, "leftMs"> & {
  /** When the run ends by itself, in milliseconds on the page's own clock. */
  readonly endsAtMs: number;
};

/** A prompt on the page's own clock, which may differ from main's. */
export function promptAt({ leftMs, ...prompt }: ToldPrompt, now: number): SignInPrompt {
  return { ...prompt, endsAtMs: now + leftMs };
}

/** One sign-in of a run: what it is going to do, its steps as they come, and its result. */
export type RunSignIn = {
  readonly planned: readonly PlannedStep[];
  /** Null without policies, and until the plan is there. */
  readonly prediction: SignInPrediction | null;
  readonly steps: readonly LiveStep[];
  /** When a running step was first seen, in milliseconds of the page's own clock, by step id. */
  readonly seenAt: Readonly<Record<string, number>>;
  readonly result: LoginResult | null;
};

/** One test run as the screen shows it: live, finished, or brought back from the history. */
export type Run = {
  readonly id: string;
  readonly kind: RunKind;
  /** What it is called wherever it is shown; main says it. */
  readonly name: RunName;
  readonly from: SettingsSource;
  /** Empty for runs from the history: they name nobody. */
  readonly username: string;
  /** Null for runs from the history. */
  readonly host: string | null;
  readonly practice: boolean;
  /** How the person gets to the sign-in page; null for a password check, and where the history does not tell. */
  readonly via: Via | null;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly signIns: Readonly<Record<SignInName, RunSignIn | null>>;
  readonly signIn: SignInPrompt | null;
  readonly paired: Paired | null;
};

export const emptySignIn: RunSignIn = { planned: [], prediction: null, steps: [], seenAt: {}, result: null };

/** A run of which nothing is told any more: what was under way has no end here. */
export function withoutRunningSteps(run: Run): Run {
  const ended = (signIn: RunSignIn | null) =>
    signIn === null ? null : { ...signIn, steps: signIn.steps.filter(({ status }) => status !== "running") };
  const { login, check } = run.signIns;
  return { ...run, signIn: null, signIns: { login: ended(login), check: ended(check) } };
}

/** The sign-ins that a kind of run has. */
export function signInsOf(kind: RunKind): Run["signIns"] {
  return {
    login: kind === "ropg" ? null : emptySignIn,
    check: kind === "oidc" ? null : emptySignIn,
  };
}

/** The results of a run, the login first. */
export function resultsOf(run: Run): readonly LoginResult[] {
  return [run.signIns.login?.result ?? null, run.signIns.check?.result ?? null].filter(
    (result) => result !== null,
  );
}

/** A run whose plan is known. */
export function withPlan(run: Run, plan: Pick<EventPayload<"test.planned">, SignInName>): Run {
  const signIn = (name: SignInName): RunSignIn | null => {
    const planned = plan[name];
    return planned === null
      ? run.signIns[name]
      : { ...(run.signIns[name] ?? emptySignIn), planned: planned.steps, prediction: planned.prediction };
  };
  return { ...run, signIns: { login: signIn("login"), check: signIn("check") } };
}

/** The step in which a person signs in: its time is theirs, not the provider's and not ours. */
export function waitsForPerson({ id }: Pick<LiveStep, "id">): boolean {
  return id === "sign-in";
}

/** Steps that are still to come. */
export function waitingSteps({ planned, steps, result }: RunSignIn): readonly PlannedStep[] {
  return result === null ? planned.filter(({ id }) => !steps.some((step) => step.id === id)) : [];
}

/** Which step of how many a run is at, over both sign-ins; null until its plan is known. */
export function progressOf({ signIns }: Run): { readonly step: number; readonly of: number } | null {
  const both = [signIns.login, signIns.check].filter((signIn) => signIn !== null);
  const of = both.reduce((sum, signIn) => sum + signIn.planned.length, 0);
  const step = both.reduce((sum, signIn) => sum + signIn.steps.length, 0);
  return of === 0 ? null : { step: Math.max(1, step), of };
}

/** Puts a step into the list: under its id when it is there already, last otherwise. */
function mergeStep(steps: readonly LiveStep[], step: LiveStep): readonly LiveStep[] {
  const known = steps.findIndex((candidate) => candidate.id === step.id);
  return known === -1 ? [...steps, step] : steps.with(known, step);
}

/** A run with one more step in a sign-in, or with that step in its next form. */
export function withStep(run: Run, name: SignInName, step: LiveStep, seenAt: number): Run {
  const signIn = run.signIns[name] ?? emptySignIn;
  const seen = step.id in signIn.seenAt ? signIn.seenAt : { ...signIn.seenAt, [step.id]: seenAt };
  const next: RunSignIn = { ...signIn, steps: mergeStep(signIn.steps, step), seenAt: seen };
  return { ...run, signIns: { ...run.signIns, [name]: next } };
}

/** A run with the result of one sign-in. Announced steps that are not in it are dropped: the result is the record. */
export function withResult(run: Run, result: LoginResult): Run {
  const name: SignInName = result.kind === "oidc" ? "login" : "check";
  const before = run.signIns[name] ?? emptySignIn;
  const signIn: RunSignIn = { ...before, steps: timed(result.steps, before.steps), result };
  return { ...run, signIn: null, signIns: { ...run.signIns, [name]: signIn } };
}

/**
 * A run that began before this page was loaded, as if the page had seen all of it.
 *
 * @param now the same moment in milliseconds since 1970 and on the page's own clock
 */
export function runningRun(view: RunningView, now: { readonly date: number; readonly elapsed: number }): Run {
  const { runId, kind, name, from, username, host, practice, via, startedAt, plan, steps, signIn } = view;
  const empty: Run = {
    id: runId,
    kind,
    name,
    from,
    username: username ?? "",
    host,
    practice,
    via,
    startedAt,
    signIns: signInsOf(kind),
    signIn: signIn === null ? null : promptAt(signIn, now.elapsed),
    paired: null,
  };
  const seenAt = (step: LiveStep) => now.elapsed - Math.max(0, now.date - step.startedAtMs);
  return steps.reduce(
    (run, { signIn, step }) => withStep(run, signIn, step, seenAt(step)),
    plan === null ? empty : withPlan(empty, plan),
  );
}

/** A run as the history brings it back. When its steps began is not kept, so they stand one after the other. */
export function runFromHistory(detail: RunDetailView): Run {
  const [first] = detail.results;
  const empty: Run = {
    id: detail.id,
    kind: detail.kind,
    name: detail.name,
    from:
      detail.results.find((result) => result.kind === "ropg")?.settingsFrom ?? first?.settingsFrom ?? "login",
    username: "",
    host: null,
    practice: detail.practice,
    via: first === undefined || first.asked.via === "direct" ? null : first.asked.via,
    startedAt: detail.startedAt,
    signIns: signInsOf(detail.kind),
    signIn: null,
    paired: detail.paired,
  };
  return detail.results.reduce(withResult, empty);
}

function timed(steps: readonly Step[], announced: readonly LiveStep[]): readonly LiveStep[] {
  const starts = new Map(announced.map((step) => [step.id, step.startedAtMs]));
  let queue = announced[0]?.startedAtMs ?? 0;
  return steps.map((step) => {
    const startedAtMs = starts.get(step.id) ?? queue;
    queue = startedAtMs + step.ms;
    return { ...step, startedAtMs };
  });
}
