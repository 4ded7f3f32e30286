import { fail, type Result, succeed } from "../../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../../core/profile/index.ts";
import type { SettingsSource, TestSettings } from "../../../core/profile/test-settings.ts";
import type { LiveStep, LoginResult } from "../../../core/verdict/login-result.ts";
import type { LoginContext } from "../../../login/ports.ts";
import type { HostPorts, SignInWay } from "../ports.ts";

type Run = { readonly controller: AbortController; readonly way: SignInWay | null };

export type RopgCall = {
  readonly document: ProfileDocument;
  readonly from: SettingsSource;
  readonly username: string;
  readonly password: string;
  readonly authority: string | null;
  readonly allowHost: string | null;
};

export type OidcCall = Pick<RopgCall, "document" | "authority" | "allowHost"> & {
  readonly username: string | null;
};

/** The test logins that are running. A run outlives the call that started it: it tells its story in events. */
export type RunDesk = {
  readonly ropg: (call: RopgCall) => Promise<Result<{ readonly runId: string }>>;
  readonly oidc: (call: OidcCall) => Promise<Result<{ readonly runId: string }>>;
  readonly takeAddress: (runId: string, address: string) => Result<null>;
  readonly cancel: (runId: string) => void;
  readonly cancelAll: () => void;
};

export function createRunDesk(ports: HostPorts): RunDesk {
  const runs = new Map<string, Run>();

  const start = (
    way: (runId: string) => SignInWay | null,
    call: { readonly authority: string | null; readonly allowHost: string | null },
    run: (context: LoginContext, way: SignInWay | null) => Promise<LoginResult>,
  ): Result<{ readonly runId: string }> => {
    const runId = ports.newUuid();
    const entry: Run = { controller: new AbortController(), way: way(runId) };
    runs.set(runId, entry);
    const context = contextOf(ports, call, entry.controller.signal, (step) =>
      ports.emit("test.step", { runId, step }),
    );
    // The page learns the run's id before the run's first event.
    queueMicrotask(() => {
      run(context, entry.way)
        .then((result) => ports.emit("test.finished", { runId, result }))
        .finally(() => runs.delete(runId));
    });
    return succeed({ runId });
  };

  return {
    ropg: async (call) => {
      const settings = testSettings(call.document, call.from);
      if (!settings.ok) return settings;
      const { runRopg } = await import("../../../login/index.ts");
      const { username, password } = call;
      return start(
        () => null,
        call,
        (context) => runRopg({ settings: settings.value, username, password }, context),
      );
    },
    oidc: async (call) => {
      const settings = testSettings(call.document, "login");
      if (!settings.ok) return settings;
      const { runOidc } = await import("../../../login/index.ts");
      return start(
        (runId) => signInWay(ports, runId, settings.value),
        call,
        (context, way) =>
          runOidc({ settings: settings.value, loginHint: call.username, signIn: signInOf(way) }, context),
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
  call: { readonly authority: string | null; readonly allowHost: string | null },
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
  };
}

const notWaiting = {
  code: "not-waiting",
  title: "No test is waiting for an address.",
  detail: "The run has ended, or its sign-in needs no address.",
  fix: "Start Test OIDC again.",
};
