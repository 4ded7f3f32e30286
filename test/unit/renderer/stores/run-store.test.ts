import { describe, expect, it } from "vitest";
import { lockoutWarning } from "../../../../main/core/ropg/lockout-warning.ts";
import type { RunningView } from "../../../../preload/contract.ts";
import { createRunStore } from "../../../../renderer/stores/run-store.ts";
import { buildLoginResult, passwordWrong, succeeded } from "../../../support/login-result.ts";
import { buildPairedView } from "../../../support/paired.ts";
import { miraAtContoso } from "../../../support/run-name.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

/** Runs are called run-1, run-2, … in the order in which they start. */
function around() {
  let runs = 0;
  const newRunId = () => {
    runs += 1;
    return `run-${runs}`;
  };
  return { date: () => new Date("2026-11-17T10:14:00Z"), elapsed: () => 5000, newRunId };
}
const known = { host: "login.microsoftonline.com", practice: false, known: true, question: null };
const elsewhere = "login.fabrikam.example";
const hostQuestion = { about: "host", host: elsewhere, carries: "password" } as const;
const warning = lockoutWarning(2);
const lockOut = { about: "lock-out", wrong: 2, warning } as const;

/** A target that asks these questions, one for each time it is asked about; then none. */
function asking(...questions: unknown[]) {
  return () => ok({ host: elsewhere, practice: false, known: false, question: questions.shift() ?? null });
}

function storeWith(target: () => unknown = () => ok(known)) {
  const fake = createFakeHost({ "test.target": target });
  const store = createRunStore(fake.host, around(), () => undefined);
  store.getState().fill({ username: "robin@contoso.example", password: "Practice-1" });
  return { ...fake, store, names: () => fake.sent.map((call) => call.name) };
}

describe("run store", () => {
  it("sends the password only after the target is known to be good", async () => {
    const { store, sent } = storeWith();
    await store.getState().start("ropg");
    expect(sent.map((call) => call.name)).toEqual(["test.target", "test.ropg"]);
    expect(sent[1]?.input).toEqual({
      runId: "run-1",
      from: "menu-bar",
      username: "robin@contoso.example",
      password: "Practice-1",
      allowHost: null,
    });
    expect(store.getState().runningId).toBe("run-1");
  });

  it("asks before an unknown host gets anything, and sends nothing when the answer is no", async () => {
    const { store, names } = storeWith(asking(hostQuestion));
    await store.getState().start("ropg");
    expect(store.getState().question).toEqual({
      ...hostQuestion,
      asker: { wanted: { kind: "ropg" }, confirmed: {} },
    });
    await store.getState().answer(false);
    expect(names()).toEqual(["test.target"]);
    expect(store.getState()).toMatchObject({ question: null, runningId: null, isStarting: false });
  });

  it("asks for a run that comes upon another host, and answers it", async () => {
    const { store, sent } = storeWith();
    const asked = { runId: "run-1", host: "sso.fabrikam.example", carries: "sign-in page" } as const;
    store.getState().receiveHostQuestion(asked);
    expect(store.getState().question).toMatchObject({ about: "host", carries: "sign-in page" });
    await store.getState().answer(true);
    expect(sent).toEqual([{ name: "test.answerHost", input: { runId: "run-1", allow: true } }]);
  });

  it("attack: closing the question of a run is a no, and so is the end of the run", async () => {
    const { store, sent } = storeWith();
    const asked = { runId: "run-1", host: "evil.example", carries: "password" } as const;
    store.getState().receiveHostQuestion(asked);
    await store.getState().answer(false);
    expect(sent).toEqual([{ name: "test.answerHost", input: { runId: "run-1", allow: false } }]);
    store.getState().receiveHostQuestion(asked);
    store.getState().receiveResult({ runId: "run-1", result: passwordWrong() });
    expect(store.getState().question).toBeNull();
  });

  it("goes the way and as the version that the person asked for, also after a question", async () => {
    const { store, sent } = storeWith(asking(hostQuestion));
    await store.getState().start("oidc", "browser");
    await store.getState().answer(true);
    expect(sent.at(-1)).toMatchObject({ name: "test.oidc", input: { via: "browser" } });
    store.getState().receiveResult({
      runId: "run-1",
      result: buildLoginResult({ kind: "oidc", passwordVerdict: "not-checked" }),
    });
    await store.getState().start("oidc");
    expect(sent.at(-1)?.input).not.toHaveProperty("via");
    store.getState().receiveResult({
      runId: "run-2",
      result: buildLoginResult({ kind: "oidc", passwordVerdict: "not-checked" }),
    });
    store.getState().fill({ jamfConnectVersion: "2.11" });
    await store.getState().start("ropg");
    expect(sent.at(-1)).toMatchObject({ name: "test.ropg", input: { jamfConnectVersion: "2.11" } });
  });

  it("says what was confirmed when it asks main again, and sends only when main has no question left", async () => {
    const { store, sent, names } = storeWith(asking(hostQuestion, lockOut));
    await store.getState().start("ropg");
    await store.getState().answer(true);
    expect(store.getState().question).toMatchObject({ about: "lock-out", username: "robin@contoso.example" });
    expect(names()).toEqual(["test.target", "test.target"]);
    await store.getState().answer(true);
    const about = { kind: "ropg", from: "menu-bar", username: "robin@contoso.example" };
    expect(sent.map(({ input }) => input)).toEqual([
      about,
      { ...about, allowHost: elsewhere },
      { ...about, allowHost: elsewhere, acceptedWrong: 2 },
      expect.objectContaining({ allowHost: elsewhere, password: "Practice-1" }),
    ]);
    expect(store.getState().runningId).toBe("run-1");
  });

  it("hands the name to the sign-in page only where the person asked for it", async () => {
    const { store, sent } = storeWith();
    await store.getState().start("oidc");
    expect(sent.at(-1)?.input).not.toHaveProperty("fillInName");
    store
      .getState()
      .receiveFailure({ runId: "run-1", problem: { code: "x", title: "", detail: "", fix: "" } });
    store.getState().fill({ fillInName: true });
    await store.getState().start("oidc");
    expect(sent.at(-1)).toMatchObject({ name: "test.oidc", input: { fillInName: true } });
  });

  it("knows a run before its first event, however early that comes", async () => {
    const early = { id: "settings", title: "Settings", status: "running", startedAtMs: 1 } as const;
    const fake = createFakeHost({
      "test.target": () => ok(known),
      "test.oidc": ({ runId }: { runId: string }) => {
        store.getState().receiveStep({ runId, signIn: "login", step: early });
        return ok(null);
      },
    });
    const store = createRunStore(fake.host, around(), () => undefined);
    await store.getState().start("oidc");
    const { runs, runningId } = store.getState();
    expect([Object.keys(runs), runningId]).toEqual([["run-1"], "run-1"]);
    expect(runs["run-1"]).toMatchObject({
      kind: "oidc",
      signIns: { login: { steps: [early] }, check: null },
    });
  });

  it("shows a run that has ended before main answered that it started", async () => {
    const fake = createFakeHost({
      "test.target": () => ok(known),
      "test.ropg": ({ runId }: { runId: string }) => {
        store.getState().receiveResult({ runId, result: passwordWrong() });
        return ok(null);
      },
    });
    const started: string[] = [];
    const store = createRunStore(fake.host, around(), (id) => started.push(id));
    await store.getState().start("ropg");
    expect(store.getState()).toMatchObject({ runningId: null, isStarting: false });
    expect(store.getState().runs["run-1"]?.signIns.check?.result?.outcome).toBe("password-wrong");
    expect(started).toEqual(["run-1"]);
  });

  it("leaves nothing of a run that main refuses", async () => {
    const fake = createFakeHost({
      "test.target": () => ok(known),
      "test.oidc": () => failed("run-id-taken"),
    });
    const started: string[] = [];
    const store = createRunStore(fake.host, around(), (id) => started.push(id));
    await store.getState().start("oidc");
    expect(store.getState()).toMatchObject({ runs: {}, runningId: null, isStarting: false });
    expect(store.getState().problem?.code).toBe("run-id-taken");
    expect(started).toEqual([]);
  });

  it("shows why a test could not start and is ready for the next", async () => {
    const fake = createFakeHost({ "test.target": () => failed("no-tenant") });
    const store = createRunStore(fake.host, around(), () => undefined);
    await store.getState().start("oidc");
    expect(store.getState()).toMatchObject({
      isStarting: false,
      runningId: null,
      problem: { code: "no-tenant" },
    });
  });

  it("does not wait for ever for a run that nobody can stop any more", async () => {
    const fake = createFakeHost({
      "test.target": () => ok(known),
      "test.cancel": () => failed("host-gone"),
    });
    const store = createRunStore(fake.host, around(), () => undefined);
    await store.getState().start("oidc");
    await store.getState().stop();
    expect(store.getState()).toMatchObject({ runningId: null, problem: { code: "host-gone" } });
  });

  it("ends a run that broke off in the app, says why, and is ready for the next", async () => {
    const { store } = storeWith();
    await store.getState().start("oidc");
    const problem = { code: "run-broke-off", title: "This test broke off.", detail: "d", fix: "f" };
    store.getState().receiveFailure({ runId: "run-1", problem });
    expect(store.getState()).toMatchObject({ runningId: null, problem });
    expect(store.getState().runs["run-1"]?.signIn).toBeNull();
    await store.getState().start("oidc");
    expect(store.getState().runningId).toBe("run-2");
  });

  it("sends both sign-ins as one run and shows which one is on", async () => {
    const fake = createFakeHost({ "test.target": () => ok(known) });
    const started: string[] = [];
    const store = createRunStore(fake.host, around(), (id) => started.push(id));
    store.getState().fill({ username: "robin@contoso.example", password: "Practice-1" });
    await store.getState().start("both");
    expect(started).toEqual(["run-1"]);
    store.getState().receiveSignIn({
      runId: "run-1",
      url: "https://a.example",
      how: "paste",
      via: "browser",
      leftMs: 300_000,
      redirectUri: "https://b.example",
    });
    expect(store.getState().runs["run-1"]?.signIn).toMatchObject({ endsAtMs: 305_000 });
    const callback = { id: "callback", title: "Callback", status: "running", startedAtMs: 9 } as const;
    store.getState().receiveStep({ runId: "run-1", signIn: "login", step: callback });
    expect(store.getState().runs["run-1"]?.signIn).toBeNull();
    const paired = buildPairedView({ checkClean: true, sentence: "Split." });
    const login = succeeded("oidc");
    store.getState().receivePair({ runId: "run-1", login, check: passwordWrong(), paired });
    expect(store.getState()).toMatchObject({
      runningId: null,
      runs: { "run-1": { paired: { sentence: "Split." } } },
    });
  });

  it("drops a forgotten run, or all but the one that still goes on", async () => {
    const { store } = storeWith();
    for (const runId of ["run-1", "run-2"]) {
      await store.getState().start("oidc");
      store.getState().receiveResult({ runId, result: passwordWrong() });
    }
    await store.getState().start("oidc");
    store.getState().drop("run-1");
    expect(Object.keys(store.getState().runs)).toEqual(["run-2", "run-3"]);
    store.getState().drop(null);
    expect(Object.keys(store.getState().runs)).toEqual(["run-3"]);
  });
});

describe("a page that was loaded anew", () => {
  const at = Date.parse("2026-11-17T10:14:00Z");
  const settings = {
    id: "settings",
    title: "Settings",
    status: "ok",
    ms: 2,
    startedAtMs: at - 3000,
  } as const;
  const waiting = { id: "sign-in", title: "Sign-in", status: "running", startedAtMs: at - 1000 } as const;
  const prompt = {
    url: "https://a.example",
    how: "paste",
    via: "browser",
    redirectUri: "https://b.example",
    leftMs: 300_000,
  } as const;
  const running: RunningView = {
    runId: "run-7",
    kind: "oidc",
    name: miraAtContoso("oidc"),
    from: "login",
    username: null,
    host: "login.microsoftonline.com",
    practice: false,
    via: "browser",
    startedAt: "2026-11-17T10:13:57.000Z",
    plan: {
      login: { steps: [settings, waiting].map(({ id, title }) => ({ id, title })), prediction: null },
      check: null,
    },
    steps: [
      { signIn: "login", step: settings },
      { signIn: "login", step: waiting },
    ],
    signIn: prompt,
    question: null,
  };
  const pageWith = (answer: () => unknown, broken: readonly unknown[] = []) => {
    const fake = createFakeHost({
      "test.running": answer,
      "test.brokenOff": () => ok(broken),
      "test.target": () => ok(known),
    });
    const started: string[] = [];
    const store = createRunStore(fake.host, around(), (id) => started.push(id));
    return { ...fake, store, started };
  };

  it("shows a run that goes on as if it had seen all of it", async () => {
    const { store, started, sent } = pageWith(() => ok([running]));
    await store.getState().resume();
    expect(store.getState()).toMatchObject({ runningId: "run-7", question: null });
    expect(started).toEqual(["run-7"]);
    const run = store.getState().runs["run-7"];
    expect(run).toMatchObject({
      kind: "oidc",
      startedAt: running.startedAt,
      // The page's own clock stands at 5000.
      signIn: { url: prompt.url, endsAtMs: 305_000 },
      signIns: { check: null },
    });
    expect(run?.signIns.login?.steps).toEqual([settings, waiting]);
    expect(run?.signIns.login?.planned).toHaveLength(2);
    // The page's own clock stands at 5000: the step has been running for a second.
    expect(run?.signIns.login?.seenAt["sign-in"]).toBe(4000);
    await store.getState().finishSignIn("https://b.example?code=1");
    expect(sent.at(-1)).toMatchObject({ name: "test.finishSignIn", input: { runId: "run-7" } });
    store.getState().receiveResult({ runId: "run-7", result: succeeded("oidc") });
    expect(store.getState().runningId).toBeNull();
  });

  it("takes what is told while it asks after the answer, and neither loses nor turns back a step", async () => {
    const callback = { id: "callback", title: "Callback", status: "running", startedAtMs: at } as const;
    const { store } = pageWith(() => {
      for (const step of [waiting, { ...waiting, status: "ok", ms: 1 } as const, callback]) {
        store.getState().receiveStep({ runId: "run-7", signIn: "login", step });
      }
      return ok([running]);
    });
    await store.getState().resume();
    const run = store.getState().runs["run-7"];
    expect(run?.signIns.login?.steps.map(({ id, status }) => `${id} ${status}`)).toEqual([
      "settings ok",
      "sign-in ok",
      "callback running",
    ]);
    expect(run?.signIn).toBeNull();
  });

  it("says which run broke off while no page was there, until it is dismissed", async () => {
    const problem = { code: "run-broke-off", title: "This test broke off.", detail: "d", fix: "f" };
    const { store, sent } = pageWith(() => ok([]), [{ runId: "run-6", problem }]);
    await store.getState().resume();
    expect(store.getState()).toMatchObject({ problem, runningId: null });
    store.getState().dismiss();
    expect(store.getState().problem).toBeNull();
    // Main must not say it to the next page again.
    expect(sent.at(-1)).toEqual({ name: "test.cancel", input: { runId: "run-6" } });
    store.getState().dismiss();
    expect(sent.filter(({ name }) => name === "test.cancel")).toHaveLength(1);
  });

  it("does not take a run for running that ends while it asks", async () => {
    const { store } = pageWith(() => {
      store.getState().receiveResult({ runId: "run-7", result: succeeded("oidc") });
      return ok([running]);
    });
    await store.getState().resume();
    expect(store.getState().runningId).toBeNull();
    expect(store.getState().runs["run-7"]?.signIns.login?.result?.outcome).toBe("succeeded");
  });

  it("knows the steps that were told while no events came", async () => {
    let steps = running.steps;
    const { store } = pageWith(() => ok([{ ...running, steps }]));
    await store.getState().resume();
    const callback = { id: "callback", title: "Callback", status: "running", startedAtMs: at } as const;
    steps = [...running.steps, { signIn: "login", step: callback }];
    await store.getState().catchUp();
    expect(store.getState().runningId).toBe("run-7");
    expect(store.getState().runs["run-7"]?.signIns.login?.steps.at(-1)).toEqual(callback);
  });

  it("leaves a run to the history that has ended while no events came", async () => {
    let isOver = false;
    const { store } = pageWith(() => ok(isOver ? [] : [running]));
    await store.getState().resume();
    isOver = true;
    expect(await store.getState().catchUp()).toBe("run-7");
    expect(store.getState()).toMatchObject({ runs: {}, runningId: null });
  });

  it("keeps a run that is started while it asks what was missed, and shows its end", async () => {
    const { store } = pageWith(async () => {
      // Main was asked before it heard of the run, and its answer comes later.
      await store.getState().start("oidc");
      return ok([]);
    });
    expect(await store.getState().catchUp()).toBeNull();
    expect(store.getState().runningId).toBe("run-1");
    store.getState().receiveResult({ runId: "run-1", result: succeeded("oidc") });
    expect(store.getState().runs["run-1"]?.signIns.login?.result?.outcome).toBe("succeeded");
  });

  it("shows the end of a run that is told while it asks what was missed", async () => {
    let isOver = false;
    const { store } = pageWith(() => {
      if (isOver) store.getState().receiveResult({ runId: "run-7", result: succeeded("oidc") });
      return ok(isOver ? [] : [running]);
    });
    await store.getState().resume();
    isOver = true;
    expect(await store.getState().catchUp()).toBeNull();
    expect(store.getState().runningId).toBeNull();
    expect(store.getState().runs["run-7"]?.signIns.login?.result?.outcome).toBe("succeeded");
  });

  it("asks what the run waits with", async () => {
    const question = { host: "sso.fabrikam.example", carries: "password" } as const;
    const { store, sent } = pageWith(() => ok([{ ...running, question }]));
    await store.getState().resume();
    expect(store.getState().question).toEqual({ about: "host", ...question, asker: { runId: "run-7" } });
    await store.getState().answer(true);
    expect(sent.at(-1)).toEqual({ name: "test.answerHost", input: { runId: "run-7", allow: true } });
  });

  it("is ready for a run of its own where nothing goes on, or nobody answers", async () => {
    for (const answer of [() => ok([]), () => failed("host-gone")]) {
      const { store } = pageWith(answer);
      await store.getState().resume();
      expect(store.getState()).toMatchObject({ runs: {}, runningId: null });
      await store.getState().start("oidc");
      expect(store.getState().runningId).toBe("run-1");
    }
  });
});
