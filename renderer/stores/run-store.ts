import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  EventPayload,
  Latchkey,
  Problem,
  RunKind,
  SettingsSource,
  TestTargetView,
  Via,
} from "../../preload/contract.ts";
import { createQuery } from "./query.ts";
import { type Run, runningRun, signInsOf, withPlan, withResult, withStep } from "./run.ts";
import {
  type Confirmed,
  questionBefore,
  questionOfRun,
  type RunQuestion,
  type Wanted,
} from "./run-question.ts";

export type RunState = {
  readonly username: string;
  /** In memory only, never in an address, a log or a store of the browser. */
  readonly password: string;
  readonly from: SettingsSource;
  /** Jamf Connect version to behave as; null means current. */
  readonly jamfConnectVersion: string | null;
  /** Hands the user name to the sign-in page, which Jamf Connect does not. */
  readonly fillInName: boolean;
  /** Where the password check goes. */
  readonly target: TestTargetView | null;
  /** Why it goes nowhere: what the profile lacks, or that it cannot be practised. */
  readonly targetProblem: Problem | null;
  /** The same of the login. */
  readonly loginTarget: TestTargetView | null;
  readonly loginProblem: Problem | null;
  /** Runs that this page has seen, by id; older ones are brought back by the history store. */
  readonly runs: Readonly<Record<string, Run>>;
  readonly runningId: string | null;
  readonly isStarting: boolean;
  readonly question: RunQuestion | null;
  readonly problem: Problem | null;
  readonly fill: (
    values: Partial<Pick<RunState, "username" | "password" | "from" | "jamfConnectVersion" | "fillInName">>,
  ) => void;
  readonly loadTarget: () => Promise<void>;
  /** @param via how the person gets to the sign-in page; the host's own way when left out */
  readonly start: (kind: RunKind, via?: Via) => Promise<void>;
  readonly answer: (goOn: boolean) => Promise<void>;
  /** Null when it was taken; otherwise why it was not, and the login goes on waiting. */
  readonly finishSignIn: (pasted: string) => Promise<Problem | null>;
  /** Brings the sign-in page back to the front, where the host shows it. */
  readonly showSignIn: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Asks which runs go on and shows them as if this page had started them: it was loaded anew meanwhile. */
  readonly resume: () => Promise<void>;
  readonly receivePlan: (event: EventPayload<"test.planned">) => void;
  readonly receiveStep: (event: EventPayload<"test.step">) => void;
  readonly receiveSignIn: (event: EventPayload<"test.signIn">) => void;
  readonly receiveHostQuestion: (event: EventPayload<"test.askHost">) => void;
  readonly receiveResult: (event: EventPayload<"test.finished">) => void;
  readonly receivePair: (event: EventPayload<"test.pairFinished">) => void;
  readonly receiveFailure: (event: EventPayload<"test.failed">) => void;
  readonly dismiss: () => void;
  /** Drops a run that was forgotten; null drops every run but the running one. */
  readonly drop: (id: string | null) => void;
  /** Another document is open: what belongs to the one before goes, the password too. */
  readonly forget: () => void;
};

export type RunStore = StoreApi<RunState>;

type Surroundings = {
  readonly date: () => Date;
  readonly elapsed: () => number;
  /** A fresh UUID. */
  readonly newRunId: () => string;
};

/** Holds the form of the Test screen, the running test and what it has told so far. */
export function createRunStore(
  host: Latchkey,
  clock: Surroundings,
  onStarted: (id: string) => void,
): RunStore {
  return createStore<RunState>()((set, get) => {
    // What comes about runs of which this page knows nothing, while it asks which there are; null while it does not ask.
    let unknown: (() => void)[] | null = null;

    /** An event of a run: for the page at once, or when it is known which runs there are. */
    const told = (id: string, take: () => void) => {
      if (unknown === null || id in get().runs) {
        take();
      } else {
        unknown.push(take);
      }
    };
    const change = (id: string, next: (run: Run) => Run) => {
      const run = get().runs[id];
      if (run !== undefined) {
        set((state) => ({ runs: { ...state.runs, [id]: next(run) } }));
      }
    };
    const end = (id: string) =>
      set(({ runningId, question }) => ({
        runningId: runningId === id ? null : runningId,
        question: isAskedBy(question, id) ? null : question,
      }));

    const send = async ({ kind, via }: Wanted, confirmed: Confirmed, target: TestTargetView) => {
      const { from, username, password, jamfConnectVersion, fillInName } = get();
      const source = kind === "oidc" ? "login" : from;
      const runId = clock.newRunId();
      const run: Run = {
        id: runId,
        kind,
        from: source,
        username,
        host: target.host,
        practice: target.practice,
        via: via ?? null,
        startedAt: clock.date().toISOString(),
        signIns: signInsOf(kind),
        signIn: null,
        paired: null,
      };
      // The page knows the run before main does, so no event comes too early.
      set((state) => ({ runs: { ...state.runs, [runId]: run }, runningId: runId }));
      const { allowHost = null } = confirmed;
      const method = {
        ...(via === undefined ? {} : { via }),
        ...(fillInName ? { fillInName } : {}),
      };
      const check = {
        runId,
        from: source,
        username,
        password,
        allowHost,
        ...(jamfConnectVersion === null ? {} : { jamfConnectVersion }),
      };
      const calls = {
        oidc: () =>
          host.call("test.oidc", {
            runId,
            username: username === "" ? null : username,
            allowHost,
            ...method,
          }),
        ropg: () => host.call("test.ropg", check),
        both: () => host.call("test.both", { ...check, ...method }),
      };
      const answer = await calls[kind]();
      if (answer.ok) {
        set({ isStarting: false });
        onStarted(runId);
      } else {
        set(({ runs: { [runId]: _notStarted, ...runs } }) => ({
          runs,
          runningId: null,
          isStarting: false,
          problem: answer.problem,
        }));
      }
    };

    const start = async (wanted: Wanted, confirmed: Confirmed = {}) => {
      const { kind } = wanted;
      if (get().isStarting || get().runningId !== null) {
        return;
      }
      set({ isStarting: true, problem: null, question: null });
      const { username, from } = get();
      const source = kind === "oidc" ? "login" : from;
      const target = await host.call("test.target", { kind, from: source, username, ...confirmed });
      if (!target.ok) {
        set({ isStarting: false, problem: target.problem });
        return;
      }
      const { question } = target.value;
      if (question !== null) {
        set({ isStarting: false, question: questionBefore(question, username, { wanted, confirmed }) });
        return;
      }
      await send(wanted, confirmed, target.value);
    };
    const targets = createQuery(
      (from: SettingsSource) =>
        Promise.all([
          host.call("test.target", { kind: "ropg", from }),
          host.call("test.target", { kind: "oidc", from: "login" }),
        ]),
      ([check, login]) =>
        set({
          target: check.ok ? check.value : null,
          targetProblem: check.ok ? null : check.problem,
          loginTarget: login.ok ? login.value : null,
          loginProblem: login.ok ? null : login.problem,
        }),
    );

    return {
      username: "",
      password: "",
      from: "menu-bar",
      jamfConnectVersion: null,
      fillInName: false,
      target: null,
      targetProblem: null,
      loginTarget: null,
      loginProblem: null,
      runs: {},
      runningId: null,
      isStarting: false,
      question: null,
      problem: null,
      fill: (values) => set(values),
      loadTarget: () => targets.ask(get().from),
      start: (kind, via) => start({ kind, ...(via === undefined ? {} : { via }) }),
      answer: async (goOn) => {
        const question = get().question;
        set({ question: null });
        if (question === null) {
          return;
        }
        const { asker } = question;
        if ("runId" in asker) {
          const answer = await host.call("test.answerHost", { runId: asker.runId, allow: goOn });
          set({ problem: answer.ok ? null : answer.problem });
        } else if (goOn) {
          const yes =
            question.about === "host" ? { allowHost: question.host } : { acceptedWrong: question.wrong };
          await start(asker.wanted, { ...asker.confirmed, ...yes });
        }
      },
      finishSignIn: async (address) => {
        const runId = get().runningId;
        if (runId === null) {
          return null;
        }
        const answer = await host.call("test.finishSignIn", { runId, address });
        return answer.ok ? null : answer.problem;
      },
      showSignIn: async () => {
        const runId = get().runningId;
        if (runId !== null) {
          const answer = await host.call("test.showSignIn", { runId });
          set({ problem: answer.ok ? null : answer.problem });
        }
      },
      stop: async () => {
        const runId = get().runningId;
        if (runId === null) {
          return;
        }
        const answer = await host.call("test.cancel", { runId });
        if (!answer.ok) {
          // Nobody will announce the end of this run any more.
          set({ problem: answer.problem, runningId: null });
        }
      },
      resume: async () => {
        unknown = [];
        const answer = await host.call("test.running", {});
        const missed = unknown;
        unknown = null;
        const now = { date: clock.date().getTime(), elapsed: clock.elapsed() };
        const views = answer.ok ? answer.value.filter(({ runId }) => !(runId in get().runs)) : [];
        for (const view of views) {
          set(({ runs }) => ({
            runs: { ...runs, [view.runId]: runningRun(view, now) },
            runningId: view.runId,
            question:
              view.question === null
                ? get().question
                : questionOfRun({ ...view.question, runId: view.runId }),
          }));
          onStarted(view.runId);
        }
        // Some of it may be in the answer already; it comes in its order, so the newest is what stays.
        for (const take of missed) take();
      },
      receivePlan: ({ runId, login, check }) =>
        told(runId, () => change(runId, (run) => withPlan(run, { login, check }))),
      receiveStep: ({ runId, signIn, step }) =>
        told(runId, () =>
          change(runId, (run) => ({
            ...withStep(run, signIn, step, clock.elapsed()),
            signIn: signInAfter(run, step.id),
          })),
        ),
      receiveSignIn: ({ runId, ...signIn }) =>
        told(runId, () => change(runId, (run) => ({ ...run, signIn }))),
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
          set({ problem });
        }),
      dismiss: () => set({ problem: null }),
      drop: (id) =>
        set(({ runs, runningId }) => ({
          runs: Object.fromEntries(
            Object.entries(runs).filter(([key]) => key === runningId || (id !== null && key !== id)),
          ),
        })),
      forget: () => set({ runs: {}, question: null, problem: null, password: "" }),
    };
  });
}

function isAskedBy(question: RunQuestion | null, runId: string): boolean {
  return question?.about === "host" && "runId" in question.asker && question.asker.runId === runId;
}

/** The prompt is over when any step after the sign-in begins. */
function signInAfter(run: Run, stepId: string): Run["signIn"] {
  return stepId === "sign-in" ? run.signIn : null;
}
