import type { CallInput, SettingsSource, TestTargetView } from "../../preload/contract.ts";
import { createQuery } from "./query.ts";
import { type Run, signInsOf } from "./run.ts";
import { type Confirmed, questionBefore, type Wanted } from "./run-question.ts";
import type { RunParts, RunState } from "./run-state.ts";

/** The way to a run: where it would go, what has to be asked before, and its start. */
export function createRunStart(parts: RunParts): Pick<RunState, "loadTarget" | "start" | "answer"> {
  const { host, get, set } = parts;
  const start = async (wanted: Wanted, confirmed: Confirmed = {}) => {
    const { kind } = wanted;
    if (get().isStarting || get().runningId !== null) {
      return;
    }
    set({ isStarting: true, problem: null, brokenId: null, question: null });
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
    await send(parts, wanted, confirmed, target.value);
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
  };
}

/** Starts a run of which everything was asked. The page knows it before main does, so no event comes too early. */
async function send(
  { host, clock, onStarted, get, set }: RunParts,
  wanted: Wanted,
  confirmed: Confirmed,
  target: TestTargetView,
): Promise<void> {
  const runId = clock.newRunId();
  const form = get();
  const run = newRun(runId, wanted, form, target, clock.date());
  set(({ runs }) => ({ runs: { ...runs, [runId]: run }, runningId: runId }));
  const input = inputs(run, wanted, confirmed, form);
  const calls = {
    oidc: () => host.call("test.oidc", input.oidc),
    ropg: () => host.call("test.ropg", input.ropg),
    both: () => host.call("test.both", input.both),
  };
  const answer = await calls[wanted.kind]();
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
}

type Form = Pick<RunState, "from" | "username" | "password" | "jamfConnectVersion" | "fillInName">;

function newRun(
  id: string,
  { kind, via }: Wanted,
  { from, username }: Form,
  { name, host, practice }: TestTargetView,
  startedAt: Date,
): Run {
  return {
    id,
    kind,
    name,
    from: kind === "oidc" ? "login" : from,
    username,
    host,
    practice,
    via: via ?? null,
    startedAt: startedAt.toISOString(),
    signIns: signInsOf(kind),
    signIn: null,
    paired: null,
  };
}

/** What each kind of run is called with. */
function inputs(
  { id: runId, from, username }: Run,
  { via }: Wanted,
  confirmed: Confirmed,
  { password, jamfConnectVersion, fillInName }: Form,
): {
  readonly oidc: CallInput<"test.oidc">;
  readonly ropg: CallInput<"test.ropg">;
  readonly both: CallInput<"test.both">;
} {
  const { allowHost = null } = confirmed;
  const method = {
    ...(via === undefined ? {} : { via }),
    ...(fillInName ? { fillInName } : {}),
  };
  const check = {
    runId,
    from,
    username,
    password,
    allowHost,
    ...(jamfConnectVersion === null ? {} : { jamfConnectVersion }),
  };
  return {
    oidc: { runId, username: username === "" ? null : username, allowHost, ...method },
    ropg: check,
    both: { ...check, ...method },
  };
}
