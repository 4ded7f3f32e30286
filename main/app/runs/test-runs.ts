import type { PlannedLane, RunningView } from "../../../preload/contract.ts";
import type { LoginResult, PlannedStep } from "../../core/login-result.ts";
import { pairLive } from "../../core/pair/pair-live.ts";
import { type Predicted, predictionFor, withPrediction } from "../../core/pair/with-prediction.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import type { LoginContext } from "../../login/ports.ts";
import { describeFault } from "../last-resort.ts";
import type { HostPorts, SignInMethod } from "../ports.ts";
import { checkSettings } from "./check-settings.ts";
import { createHostQuestions } from "./host-questions.ts";
import { type PracticeSignIn, runContext } from "./login-context.ts";
import type { BothCall, CommonCall, OidcCall, RopgCall, RunEnd, StartedRun } from "./run-calls.ts";
import { runCheck, runLogin } from "./run-sign-in.ts";
import { createRunningRuns, type RunOpening } from "./running-runs.ts";
import { possibleVia, signInMethod } from "./sign-in-method.ts";
import { testTarget } from "./test-target.ts";

type Run = { readonly controller: AbortController; readonly method: SignInMethod | null };

type Lane = "login" | "check";

/** The test logins that are running. A run outlives the call that started it: it tells its story in events. */
export type TestRuns = {
  readonly ropg: (call: RopgCall) => Promise<Result<StartedRun>>;
  readonly oidc: (call: OidcCall) => Promise<Result<StartedRun>>;
  /** The login first; the check follows also when the login failed, unless the run was stopped. */
  readonly both: (call: BothCall) => Promise<Result<StartedRun>>;
  /** What goes on now, with everything that was told about it; the oldest first. */
  readonly running: () => readonly RunningView[];
  readonly takeAddress: (runId: string, address: string) => Result<null>;
  /** Brings the sign-in page of a run back to the person. */
  readonly showSignIn: (runId: string) => Result<null>;
  /** Answers a run that asked about a host; yes holds for the session. */
  readonly answerHost: (runId: string, isAllowed: boolean) => Result<null>;
  /** Whether the person has allowed a host in this session. */
  readonly allows: (host: string) => boolean;
  readonly cancel: (runId: string) => void;
  readonly cancelAll: () => void;
};

/** @param practiceSignIns the sign-in log of the practice tenant; null while it does not run */
export function createTestRuns(
  ports: HostPorts,
  practiceSignIns: () => readonly PracticeSignIn[] | null,
): TestRuns {
  const runs = new Map<string, Run>();
  const taken = new Set<string>();
  const running = createRunningRuns(ports.emit);
  const hosts = createHostQuestions(running.askHost);

  const start = (
    opening: Pick<RunOpening, "kind" | "from" | "username" | "via">,
    settings: TestSettings,
    call: CommonCall,
    run: (context: (lane: Lane) => LoginContext, method: SignInMethod | null) => Promise<RunEnd>,
  ): Result<StartedRun> => {
    const { runId, authority } = call;
    if (taken.has(runId.toLowerCase())) return fail(idTaken);
    taken.add(runId.toLowerCase());
    const { kind, via } = opening;
    const target = testTarget(kind === "ropg" ? "ropg" : "oidc", settings, authority);
    running.begin({
      ...opening,
      runId,
      host: target.ok ? target.value.host : "",
      practice: authority !== null,
      startedAt: new Date(ports.now()).toISOString(),
    });
    const method =
      via === null
        ? null
        : signInMethod(ports, settings, via, (prompt) => running.signIn({ runId, ...prompt }));
    const controller = new AbortController();
    runs.set(runId, { controller, method });
    if (call.allowHost !== null) hosts.allow(call.allowHost);
    const { signal } = controller;
    const context = (lane: Lane): LoginContext =>
      runContext(ports, call, practiceSignIns, {
        signal,
        allowedHosts: hosts.allowed(),
        confirmHost: async (question) => {
          const isAllowed = await hosts.ask(runId, question, signal);
          running.hostAnswered(runId);
          return isAllowed;
        },
        onStep: (step) => running.step({ runId, lane, step }),
      });
    const ended = run(context, method)
      .catch((error: unknown): RunEnd => ({ kind: "failed", problem: brokeOff(error) }))
      .finally(() => {
        runs.delete(runId);
        running.end(runId);
      });
    return succeed({ runId, ended });
  };

  return {
    ropg: async (call) => {
      const { runId, document, from, username, password } = call;
      const check = checkSettings(document, from);
      if (!check.ok) return check;
      const { ropgPlan } = await import("../../login/index.ts");
      const { settings } = check.value;
      const opening = { kind: "ropg", from, username, via: null } as const;
      return start(opening, settings, call, async (context) => {
        const predicted = await call.predict({ login: null, check: settings });
        running.plan({ runId, login: null, check: planned("ropg", ropgPlan, predicted) });
        const result = await runCheck(check.value, { username, password }, context("check"));
        call.checked(result);
        return { kind: "finished", result: withPrediction(result, predicted) };
      });
    },
    oidc: async (call) => {
      const { runId, document, username } = call;
      const settings = testSettings(document, "login");
      if (!settings.ok) return settings;
      const { oidcPlan } = await import("../../login/index.ts");
      const via = possibleVia(ports, call.via);
      const opening = { kind: "oidc", from: "login", username, via } as const;
      return start(opening, settings.value, call, async (context, method) => {
        const { fillInName } = call;
        const input = { settings: settings.value, username, fillInName, ...signInOf(method) };
        const predicted = await call.predict({ login: settings.value, check: null });
        const plan = oidcPlan(settings.value, context("login"));
        running.plan({ runId, login: planned("oidc", plan, predicted), check: null });
        const result = await runLogin(input, context("login"));
        return { kind: "finished", result: withPrediction(result, predicted) };
      });
    },
    both: async (call) => {
      const { runId, document, from, username, password } = call;
      const login = testSettings(document, "login");
      if (!login.ok) return login;
      const check = checkSettings(document, from);
      if (!check.ok) return check;
      const { oidcPlan, ropgPlan } = await import("../../login/index.ts");
      const via = possibleVia(ports, call.via);
      return start({ kind: "both", from, username, via }, login.value, call, async (context, method) => {
        const { fillInName } = call;
        const input = { settings: login.value, username, fillInName, ...signInOf(method) };
        const tested = { login: login.value, check: check.value.settings };
        const predicted = await call.predict(tested);
        running.plan({
          runId,
          login: planned("oidc", oidcPlan(login.value, context("login")), predicted),
          check: planned("ropg", ropgPlan, predicted),
        });
        const ended = {
          login: await runLogin(input, context("login")),
          check: await runCheck(check.value, { username, password }, context("check")),
        };
        call.checked(ended.check);
        return { kind: "pair-finished", ...pairLive({ ...ended, tested, predicted }) };
      });
    },
    running: running.list,
    takeAddress: (runId, address) => {
      const method = runs.get(runId)?.method;
      return method?.takePasted(address) ?? fail(notWaiting("for an address"));
    },
    showSignIn: (runId) => {
      const method = runs.get(runId)?.method;
      return method?.show() ? succeed(null) : fail(notWaiting("with a page that this app can show"));
    },
    answerHost: hosts.answer,
    allows: (host) => hosts.allowed().includes(host.toLowerCase()),
    cancel: (runId) => runs.get(runId)?.controller.abort(),
    cancelAll: () => {
      for (const run of runs.values()) run.controller.abort();
    },
  };
}

function planned(
  kind: LoginResult["kind"],
  steps: readonly PlannedStep[],
  predicted: Predicted | null,
): PlannedLane {
  return { steps, prediction: predictionFor(kind, predicted) };
}

function signInOf(method: SignInMethod | null): Pick<SignInMethod, "signIn" | "via"> {
  return method === null ? { signIn: async () => ({ kind: "closed" }), via: "browser" } : method;
}

/** A run that met a fault of ours; its text is left out, because it may repeat what was typed. */
export function brokeOff(error: unknown): Problem {
  return {
    code: "run-broke-off",
    title: "This test broke off.",
    detail: `Latchkey met something it was not built for: ${describeFault(error)}.`,
    fix: "Start the test again. If it happens again, report what you did.",
  };
}

const idTaken: Problem = {
  code: "run-id-taken",
  title: "This test was started already.",
  detail: "Another run of this session has the same id. Nothing was sent.",
  fix: "Start the test again.",
};

function notWaiting(how: string): Problem {
  return {
    code: "not-waiting",
    title: `No test is waiting ${how}.`,
    detail: "The run has ended, or its sign-in works another way.",
    fix: "Start Test OIDC again.",
  };
}
