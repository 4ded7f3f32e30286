import { fail, type Result, succeed } from "../../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../core/profile/test-settings.ts";
import type { LiveStep } from "../../../core/verdict/login-result.ts";
import { pairRuns } from "../../../core/verdict/paired/paired.ts";
import type { Tested } from "../../../core/verdict/paired/predict.ts";
import { type Predicted, withPrediction } from "../../../core/verdict/paired/with-prediction.ts";
import type { SignInRow } from "../../../core/verdict/sign-in-row.ts";
import type { LoginContext } from "../../../login/ports.ts";
import type { HostPorts, SignInWay } from "../ports.ts";

type Run = { readonly controller: AbortController; readonly way: SignInWay | null };

/** A row of the practice tenant's log, as far as a run needs it. */
type PracticeSignIn = SignInRow & { readonly correlationId: string };

type Lane = "login" | "check";

/** What Conditional Access policies predict for the sign-ins under test; null without policies. */
export type Predict = (tested: Tested) => Promise<Predicted | null>;

/** Where the run is sent: the practice tenant while it runs, and a host that the person has confirmed. */
type Destination = { readonly authority: string | null; readonly allowHost: string | null };

type StartedRun = {
  readonly runId: string;
  readonly way: SignInWay | null;
  readonly context: (lane: Lane) => LoginContext;
};

export type RopgCall = {
  readonly document: ProfileDocument;
  readonly from: SettingsSource;
  readonly username: string;
  readonly password: string;
  readonly predict: Predict;
} & Destination;

export type OidcCall = Pick<RopgCall, "document" | "authority" | "allowHost" | "predict"> & {
  readonly username: string | null;
};

/** The test logins that are running. A run outlives the call that started it: it tells its story in events. */
export type RunDesk = {
  readonly ropg: (call: RopgCall) => Promise<Result<{ readonly runId: string }>>;
  readonly oidc: (call: OidcCall) => Promise<Result<{ readonly runId: string }>>;
  /** The login first; the check follows also when the login failed, unless the run was stopped. */
  readonly both: (call: RopgCall) => Promise<Result<{ readonly runId: string }>>;
  readonly takeAddress: (runId: string, address: string) => Result<null>;
  readonly cancel: (runId: string) => void;
  readonly cancelAll: () => void;
};

/** @param practiceSignIns the sign-in log of the practice tenant; null while it does not run */
export function createRunDesk(
  ports: HostPorts,
  practiceSignIns: () => readonly PracticeSignIn[] | null,
): RunDesk {
  const runs = new Map<string, Run>();

  const start = (
    way: (runId: string) => SignInWay | null,
    call: Destination,
    run: (started: StartedRun) => Promise<void>,
  ): Result<{ readonly runId: string }> => {
    const runId = ports.newUuid();
    const entry: Run = { controller: new AbortController(), way: way(runId) };
    runs.set(runId, entry);
    const context = (lane: Lane): LoginContext =>
      contextOf(ports, call, practiceSignIns, entry.controller.signal, (step) =>
        ports.emit("test.step", { runId, lane, step }),
      );
    // The page learns the run's id before the run's first event.
    queueMicrotask(() => {
      run({ runId, way: entry.way, context }).finally(() => runs.delete(runId));
    });
    return succeed({ runId });
  };

  return {
    ropg: async (call) => {
      const settings = testSettings(call.document, call.from, "password-check");
      if (!settings.ok) return settings;
      const { runRopg } = await import("../../../login/index.ts");
      const { username, password } = call;
      return start(
        () => null,
        call,
        async ({ runId, context }) => {
          const predicted = await call.predict({ login: null, check: settings.value });
          const result = await runRopg({ settings: settings.value, username, password }, context("check"));
          ports.emit("test.finished", { runId, result: withPrediction(result, predicted) });
        },
      );
    },
    oidc: async (call) => {
      const settings = testSettings(call.document, "login");
      if (!settings.ok) return settings;
      const { runOidc } = await import("../../../login/index.ts");
      const loginHint = call.username;
      return start(
        (runId) => signInWay(ports, runId, settings.value),
        call,
        async ({ runId, way, context }) => {
          const input = { settings: settings.value, loginHint, signIn: signInOf(way) };
          const predicted = await call.predict({ login: settings.value, check: null });
          const result = await runOidc(input, context("login"));
          ports.emit("test.finished", { runId, result: withPrediction(result, predicted) });
        },
      );
    },
    both: async (call) => {
      const login = testSettings(call.document, "login");
      if (!login.ok) return login;
      const check = testSettings(call.document, call.from, "password-check");
      if (!check.ok) return check;
      const { runOidc, runRopg } = await import("../../../login/index.ts");
      const { username, password } = call;
      return start(
        (runId) => signInWay(ports, runId, login.value),
        call,
        async ({ runId, way, context }) => {
          const oidc = { settings: login.value, loginHint: username, signIn: signInOf(way) };
          const predicted = await call.predict({ login: login.value, check: check.value });
          const ropg = { settings: check.value, username, password };
          const loginResult = withPrediction(await runOidc(oidc, context("login")), predicted);
          const checkResult = withPrediction(await runRopg(ropg, context("check")), predicted);
          const paired = pairRuns({
            login: loginResult,
            check: checkResult,
            loginScopes: login.value.scopes.value,
            checkScopes: check.value.scopes.value,
            recipeOfPolicies: predicted?.recipe ?? null,
          });
          ports.emit("test.pairFinished", { runId, login: loginResult, check: checkResult, paired });
        },
      );
    },
    takeAddress: (runId, address) => {
      const way = runs.get(runId)?.way;
      return way?.takeAddress(address) ? succeed(null) : fail(notWaiting);
    },
    cancel: (runId) => runs.get(runId)?.controller.abort(),
    cancelAll: () => {
      for (const run of runs.values()) run.controller.abort();
    },
  };
}

function signInWay(ports: HostPorts, runId: string, settings: TestSettings): SignInWay {
  const redirectUri = settings.redirectUri.value;
  const way: SignInWay = ports.signInWay(redirectUri, (url) =>
    ports.emit("test.signIn", { runId, url, how: way.how, redirectUri }),
  );
  return way;
}

function signInOf(way: SignInWay | null): SignInWay["signIn"] {
  return way === null ? async () => ({ kind: "closed" }) : way.signIn;
}

function contextOf(
  ports: HostPorts,
  call: Destination,
  practiceSignIns: () => readonly PracticeSignIn[] | null,
  signal: AbortSignal,
  onStep: (step: LiveStep) => void,
): LoginContext {
  return {
    fetch: ports.fetch,
    now: ports.now,
    onStep,
    signal,
    authority: call.authority,
    allowedHosts: call.allowHost === null ? [] : [call.allowHost],
    jamfConnectVersion: null,
    // Only the practice tenant's log can be read without signing in; a real tenant's comes with Microsoft Graph.
    ...(call.authority === null ? {} : { findSignIn: async (id) => newestRow(practiceSignIns(), id) }),
  };
}

function newestRow(rows: readonly PracticeSignIn[] | null, correlationId: string): SignInRow | null {
  return rows?.findLast((row) => row.correlationId === correlationId) ?? null;
}

const notWaiting = {
  code: "not-waiting",
  title: "No test is waiting for an address.",
  detail: "The run has ended, or its sign-in needs no address.",
  fix: "Start Test OIDC again.",
};
