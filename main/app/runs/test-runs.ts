import type { PlannedLane } from "../../../preload/contract.ts";
import type { LoginResult, PlannedStep, Via } from "../../core/login-result.ts";
import { pairLive } from "../../core/pair/pair-live.ts";
import type { Tested } from "../../core/pair/predict.ts";
import { type Predicted, predictionFor, withPrediction } from "../../core/pair/with-prediction.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../core/profile/test-settings.ts";
import type { LoginContext } from "../../login/ports.ts";
import { describeFault } from "../last-resort.ts";
import type { HostPorts, SignInMethod } from "../ports.ts";
import { checkSettings } from "./check-settings.ts";
import { createHostQuestions } from "./host-questions.ts";
import { type Destination, type PracticeSignIn, runContext } from "./login-context.ts";
import { runCheck, runLogin } from "./run-sign-in.ts";

type Run = { readonly controller: AbortController; readonly way: SignInMethod | null };

type Lane = "login" | "check";

/** What Conditional Access policies predict for the sign-ins under test; null without policies. */
export type Predict = (tested: Tested) => Promise<Predicted | null>;

type StartedRun = {
  readonly runId: string;
  readonly way: SignInMethod | null;
  readonly context: (lane: Lane) => LoginContext;
};

export type RopgCall = {
  readonly document: ProfileDocument;
  readonly from: SettingsSource;
  readonly username: string;
  readonly password: string;
  readonly predict: Predict;
  /** Told what a password check came to. */
  readonly checked: (result: LoginResult) => void;
} & Destination;

export type OidcCall = Omit<RopgCall, "from" | "username" | "password" | "checked"> & {
  readonly username: string | null;
  /** Hands the name to the sign-in page, which Jamf Connect does not. */
  readonly fillInName: boolean;
  readonly via: Via;
};

export type BothCall = RopgCall & Pick<OidcCall, "fillInName" | "via">;

/** The test logins that are running. A run outlives the call that started it: it tells its story in events. */
export type TestRuns = {
  readonly ropg: (call: RopgCall) => Promise<Result<{ readonly runId: string }>>;
  readonly oidc: (call: OidcCall) => Promise<Result<{ readonly runId: string }>>;
  /** The login first; the check follows also when the login failed, unless the run was stopped. */
  readonly both: (call: BothCall) => Promise<Result<{ readonly runId: string }>>;
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
  const hosts = createHostQuestions((question) => ports.emit("test.askHost", question));

  const start = (
    way: (runId: string) => SignInMethod | null,
    call: Destination,
    run: (started: StartedRun) => Promise<void>,
  ): Result<{ readonly runId: string }> => {
    const runId = ports.newUuid();
    const entry: Run = { controller: new AbortController(), way: way(runId) };
    runs.set(runId, entry);
    if (call.allowHost !== null) hosts.allow(call.allowHost);
    const { signal } = entry.controller;
    const context = (lane: Lane): LoginContext =>
      runContext(ports, call, practiceSignIns, {
        signal,
        allowedHosts: hosts.allowed(),
        confirmHost: (question) => hosts.ask(runId, question, signal),
        onStep: (step) => ports.emit("test.step", { runId, lane, step }),
      });
    // The page learns the run's id before the run's first event.
    queueMicrotask(() => {
      run({ runId, way: entry.way, context })
        .catch((error: unknown) => ports.emit("test.failed", { runId, problem: brokeOff(error) }))
        .finally(() => runs.delete(runId));
    });
    return succeed({ runId });
  };

  return {
    ropg: async (call) => {
      const check = checkSettings(call.document, call.from);
      if (!check.ok) return check;
      const { ropgPlan } = await import("../../login/index.ts");
      const { username, password } = call;
      return start(
        () => null,
        call,
        async ({ runId, context }) => {
          const predicted = await call.predict({ login: null, check: check.value.settings });
          ports.emit("test.planned", { runId, login: null, check: planned("ropg", ropgPlan, predicted) });
          const result = await runCheck(check.value, { username, password }, context("check"));
          call.checked(result);
          ports.emit("test.finished", { runId, result: withPrediction(result, predicted) });
        },
      );
    },
    oidc: async (call) => {
      const settings = testSettings(call.document, "login");
      if (!settings.ok) return settings;
      const { oidcPlan } = await import("../../login/index.ts");
      return start(
        (runId) => signInMethod(ports, runId, settings.value, call.via),
        call,
        async ({ runId, way, context }) => {
          const { username, fillInName } = call;
          const input = { settings: settings.value, username, fillInName, ...signInOf(way) };
          const predicted = await call.predict({ login: settings.value, check: null });
          const plan = oidcPlan(settings.value, context("login"));
          ports.emit("test.planned", { runId, login: planned("oidc", plan, predicted), check: null });
          const result = await runLogin(input, context("login"));
          ports.emit("test.finished", { runId, result: withPrediction(result, predicted) });
        },
      );
    },
    both: async (call) => {
      const login = testSettings(call.document, "login");
      if (!login.ok) return login;
      const check = checkSettings(call.document, call.from);
      if (!check.ok) return check;
      const { oidcPlan, ropgPlan } = await import("../../login/index.ts");
      const { username, password, fillInName } = call;
      return start(
        (runId) => signInMethod(ports, runId, login.value, call.via),
        call,
        async ({ runId, way, context }) => {
          const input = { settings: login.value, username, fillInName, ...signInOf(way) };
          const tested = { login: login.value, check: check.value.settings };
          const predicted = await call.predict(tested);
          const plan = oidcPlan(login.value, context("login"));
          ports.emit("test.planned", {
            runId,
            login: planned("oidc", plan, predicted),
            check: planned("ropg", ropgPlan, predicted),
          });
          const ended = {
            login: await runLogin(input, context("login")),
            check: await runCheck(check.value, { username, password }, context("check")),
          };
          call.checked(ended.check);
          ports.emit("test.pairFinished", { runId, ...pairLive({ ...ended, tested, predicted }) });
        },
      );
    },
    takeAddress: (runId, address) => {
      const way = runs.get(runId)?.way;
      return way?.takePasted(address) ?? fail(notWaiting("for an address"));
    },
    showSignIn: (runId) => {
      const way = runs.get(runId)?.way;
      return way?.show() ? succeed(null) : fail(notWaiting("with a page that this app can show"));
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

function signInMethod(ports: HostPorts, runId: string, settings: TestSettings, via: Via): SignInMethod {
  const redirectUri = settings.redirectUri.value;
  const possible = ports.capabilities.canOpenLoginWindow ? via : "browser";
  const way: SignInMethod = ports.signInMethod(possible, redirectUri, (url) => {
    const endsAt = new Date(ports.now() + way.patienceMs).toISOString();
    ports.emit("test.signIn", { runId, url, how: way.how, via: way.via, redirectUri, endsAt });
  });
  return way;
}

function signInOf(way: SignInMethod | null): Pick<SignInMethod, "signIn" | "via"> {
  return way === null ? { signIn: async () => ({ kind: "closed" }), via: "browser" } : way;
}

/** A run that met a fault of ours; its text is left out, because it may repeat what was typed. */
function brokeOff(error: unknown): Problem {
  return {
    code: "run-broke-off",
    title: "This test broke off.",
    detail: `Latchkey met something it was not built for: ${describeFault(error)}.`,
    fix: "Start the test again. If it happens again, report what you did.",
  };
}

function notWaiting(how: string): Problem {
  return {
    code: "not-waiting",
    title: `No test is waiting ${how}.`,
    detail: "The run has ended, or its sign-in works another way.",
    fix: "Start Test OIDC again.",
  };
}
