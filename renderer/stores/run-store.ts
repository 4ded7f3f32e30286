import { createStore, type StoreApi } from "zustand/vanilla";
import type {
  EventPayload,
  Latchkey,
  Problem,
  SettingsSource,
  TestTargetView,
} from "../../preload/contract.ts";
import { type Run, withResult, withStep } from "./run.ts";
import { accountKey, countWrong } from "./wrong-passwords.ts";

/** Asked before anything leaves: a host the app does not know, or a third wrong password for one account. */
export type RunQuestion =
  | { readonly about: "host"; readonly kind: Run["kind"]; readonly host: string }
  | {
      readonly about: "lock-out";
      readonly kind: Run["kind"];
      readonly username: string;
      readonly wrong: number;
    };

export type RunState = {
  readonly username: string;
  /** In memory only, never in an address, a log or a store of the browser. */
  readonly password: string;
  readonly from: SettingsSource;
  readonly target: TestTargetView | null;
  /** Why there is no target: what the profile lacks. */
  readonly targetProblem: Problem | null;
  /** Newest first. */
  readonly runs: readonly Run[];
  readonly selectedId: string | null;
  readonly runningId: string | null;
  readonly isStarting: boolean;
  readonly question: RunQuestion | null;
  readonly problem: Problem | null;
  readonly fill: (values: Partial<Pick<RunState, "username" | "password" | "from">>) => void;
  readonly select: (id: string) => void;
  readonly loadTarget: () => Promise<void>;
  readonly start: (kind: Run["kind"]) => Promise<void>;
  readonly answer: (goOn: boolean) => Promise<void>;
  readonly finishSignIn: (address: string) => Promise<boolean>;
  readonly stop: () => Promise<void>;
  readonly receiveStep: (event: EventPayload<"test.step">) => void;
  readonly receiveSignIn: (event: EventPayload<"test.signIn">) => void;
  readonly receiveResult: (event: EventPayload<"test.finished">) => void;
  readonly dismiss: () => void;
  readonly forget: () => void;
};

export type RunStore = StoreApi<RunState>;

type Clock = { readonly date: () => Date; readonly elapsed: () => number };

/** Holds the form of the Test screen and the runs of this session. */
export function createRunStore(host: Latchkey, clock: Clock): RunStore {
  return createStore<RunState>()((set, get) => {
    const allowed = new Set<string>();
    const confirmed = new Set<string>();
    const wrong = new Map<string, number>();
    let pending: Omit<Run, "id"> | null = null;

    // Events may overtake the answer that names the run, so the first event of an unknown run adopts what was started.
    const adopt = (id: string) => {
      if (pending !== null && !get().runs.some((run) => run.id === id)) {
        const run = { ...pending, id };
        pending = null;
        set((state) => ({ runs: [run, ...state.runs], selectedId: id, runningId: id, isStarting: false }));
      }
    };
    const change = (id: string, next: (run: Run) => Run) => {
      adopt(id);
      set((state) => ({ runs: state.runs.map((run) => (run.id === id ? next(run) : run)) }));
    };

    const questionBefore = (kind: Run["kind"], target: TestTargetView): RunQuestion | null => {
      if (!target.known && !target.practice && !allowed.has(target.host)) {
        return { about: "host", kind, host: target.host };
      }
      const { username } = get();
      const key = accountKey(target.host, username);
      const times = wrong.get(key) ?? 0;
      const asksAgain = kind === "ropg" && times >= 2 && !confirmed.has(`${key} ${times}`);
      return asksAgain ? { about: "lock-out", kind, username, wrong: times } : null;
    };

    const send = async (kind: Run["kind"], target: TestTargetView) => {
      const { from, username, password } = get();
      const source = kind === "oidc" ? "login" : from;
      const allowHost = target.known || target.practice ? null : target.host;
      pending = {
        kind,
        from: source,
        username,
        host: target.host,
        practice: target.practice,
        startedAt: clock.date().toISOString(),
        steps: [],
        seenAt: {},
        signIn: null,
        result: null,
      };
      const answer =
        kind === "ropg"
          ? await host.call("test.ropg", { from: source, username, password, allowHost })
          : await host.call("test.oidc", { username: username === "" ? null : username, allowHost });
      if (answer.ok) {
        adopt(answer.value.runId);
      } else {
        pending = null;
        set({ isStarting: false, problem: answer.problem });
      }
    };

    const start = async (kind: Run["kind"]) => {
      if (get().isStarting || get().runningId !== null) {
        return;
      }
      set({ isStarting: true, problem: null, question: null });
      const target = await host.call("test.target", { kind, from: kind === "oidc" ? "login" : get().from });
      if (!target.ok) {
        set({ isStarting: false, problem: target.problem });
        return;
      }
      const question = questionBefore(kind, target.value);
      if (question !== null) {
        set({ isStarting: false, question });
        return;
      }
      await send(kind, target.value);
    };

    return {
      username: "",
      password: "",
      from: "menu-bar",
      target: null,
      targetProblem: null,
      runs: [],
      selectedId: null,
      runningId: null,
      isStarting: false,
      question: null,
      problem: null,
      fill: (values) => set(values),
      select: (id) => set({ selectedId: id }),
      loadTarget: async () => {
        const answer = await host.call("test.target", { kind: "ropg", from: get().from });
        set(
          answer.ok
            ? { target: answer.value, targetProblem: null }
            : { target: null, targetProblem: answer.problem },
        );
      },
      start,
      answer: async (goOn) => {
        const question = get().question;
        set({ question: null });
        if (question === null || !goOn) {
          return;
        }
        if (question.about === "host") {
          allowed.add(question.host);
        } else {
          for (const [key, times] of wrong) confirmed.add(`${key} ${times}`);
        }
        await start(question.kind);
      },
      finishSignIn: async (address) => {
        const runId = get().runningId;
        if (runId === null) {
          return false;
        }
        const answer = await host.call("test.finishSignIn", { runId, address });
        set({ problem: answer.ok ? null : answer.problem });
        return answer.ok;
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
      receiveStep: ({ runId, step }) => change(runId, (run) => withStep(run, step, clock.elapsed())),
      receiveSignIn: ({ runId, ...signIn }) => change(runId, (run) => ({ ...run, signIn })),
      receiveResult: ({ runId, result }) => {
        change(runId, (run) => {
          countWrong(wrong, accountKey(run.host, run.username), result);
          return withResult(run, result);
        });
        set((state) => ({ runningId: state.runningId === runId ? null : state.runningId }));
      },
      dismiss: () => set({ problem: null }),
      forget: () => set({ runs: [], selectedId: null, question: null, problem: null, password: "" }),
    };
  });
}
