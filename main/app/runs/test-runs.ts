import type { RunningView } from "../../../preload/contract.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { testSettings } from "../../core/profile/index.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import type { LoginContext } from "../../login/ports.ts";
import { describeFault } from "../last-resort.ts";
import type { HostPorts, SignInMethod } from "../ports.ts";
import type { BrokenRuns } from "./broken-runs.ts";
import { checkSettings } from "./check-settings.ts";
import { createHostQuestions } from "./host-questions.ts";
import { type PracticeSignIn, runContext } from "./login-context.ts";
import { nameOpening } from "./name-opening.ts";
import { performRun, type RunParts } from "./perform-run.ts";
import type { BothCall, CommonCall, OidcCall, RopgCall, RunEnd, StartedRun } from "./run-calls.ts";
import type { LoginCall } from "./run-sign-in.ts";
import { createRunningRuns, type RunOpening } from "./running-runs.ts";
import { possibleVia, signInMethod } from "./sign-in-method.ts";
import { testTarget } from "./test-target.ts";

type Run = { readonly controller: AbortController; readonly method: SignInMethod | null };

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

/**
 * @param broken runs that broke off are no news any more when another starts
 * @param practiceSignIns the sign-in log of the practice tenant; null while it does not run
 * @param endByHand tells the practice tenant of a sign-in whose answer a person brings back by hand, by its `state`
 */
export function createTestRuns(
  ports: HostPorts,
  broken: Pick<BrokenRuns, "forgetAll">,
  practiceSignIns: () => readonly PracticeSignIn[] | null,
  endByHand: (state: string) => void = () => undefined,
): TestRuns {
  const runs = new Map<string, Run>();
  const taken = new Set<string>();
  const running = createRunningRuns(ports);
  const hosts = createHostQuestions(running.askHost);

  const start = (
    opening: Pick<RunOpening, "kind" | "from" | "username" | "via">,
    settings: TestSettings,
    call: CommonCall & Partial<Pick<RopgCall, "checked">>,
    partsWith: (method: SignInMethod | null) => RunParts,
  ): Result<StartedRun> => {
    const { runId, authority, predict, checked } = call;
    if (taken.has(runId.toLowerCase())) return fail(idTaken);
    taken.add(runId.toLowerCase());
    broken.forgetAll();
    const { kind, via, username } = opening;
    const target = testTarget(kind === "ropg" ? "ropg" : "oidc", settings, authority);
    running.begin({
      ...opening,
      runId,
      name: nameOpening({ kind, username, scenarioTitle: call.scenarioTitle }, target),
      host: target.ok ? target.value.host : "",
      practice: authority !== null,
      startedAt: new Date(ports.now()).toISOString(),
    });
    const method =
      via === null
        ? null
        : signInMethod(ports, settings, via, (prompt) => {
            const state = new URL(prompt.url).searchParams.get("state");
            if (authority !== null && prompt.how === "paste" && state !== null) endByHand(state);
            running.signIn({ runId, ...prompt });
          });
    const controller = new AbortController();
    runs.set(runId, { controller, method });
    if (call.allowHost !== null) hosts.allow(call.allowHost);
    const { signal } = controller;
    const context = (signIn: "login" | "check"): LoginContext =>
      runContext(ports, call, practiceSignIns, {
        signal,
        allowedHosts: hosts.allowed(),
        confirmHost: async (question) => {
          const isAllowed = await hosts.ask(runId, question, signal);
          running.hostAnswered(runId);
          return isAllowed;
        },
        onStep: (step) => running.step({ runId, signIn, step }),
      });
    const ended = performRun(partsWith(method), {
      predict,
      context,
      planned: (plan) => running.plan({ runId, ...plan }),
      ...(checked === undefined ? {} : { checked }),
    })
      .catch((error: unknown): RunEnd => ({ kind: "failed", problem: brokeOff(error) }))
      .finally(() => {
        runs.delete(runId);
        running.end(runId);
      });
    return succeed({ runId, ended });
  };

  return {
    ropg: async (call) => {
      const { document, from, username, password } = call;
      const check = checkSettings(document, from);
      if (!check.ok) return check;
      const { settings } = check.value;
      return start({ kind: "ropg", from, username, via: null }, settings, call, () => ({
        kind: "ropg",
        login: null,
        check: { ...check.value, username, password },
      }));
    },
    oidc: async (call) => {
      const { document, username } = call;
      const settings = testSettings(document, "login");
      if (!settings.ok) return settings;
      const via = possibleVia(ports, call.via);
      return start({ kind: "oidc", from: "login", username, via }, settings.value, call, (method) => ({
        kind: "oidc",
        login: loginCall(settings.value, call, method),
        check: null,
      }));
    },
    both: async (call) => {
      const { document, from, username, password } = call;
      const login = testSettings(document, "login");
      if (!login.ok) return login;
      const check = checkSettings(document, from);
      if (!check.ok) return check;
      const via = possibleVia(ports, call.via);
      return start({ kind: "both", from, username, via }, login.value, call, (method) => ({
        kind: "both",
        login: loginCall(login.value, call, method),
        check: { ...check.value, username, password },
      }));
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

function loginCall(
  settings: TestSettings,
  { username, fillInName }: Pick<OidcCall, "username" | "fillInName">,
  method: SignInMethod | null,
): LoginCall {
  const signIn: Pick<SignInMethod, "signIn" | "via"> = method ?? {
    signIn: async () => ({ kind: "closed" }),
    via: "browser",
  };
  return { settings, username, fillInName, signIn: signIn.signIn, via: signIn.via };
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
