import { describe, expect, it } from "vitest";
import { lockoutWarning } from "../../../../main/core/ropg/lockout-warning.ts";
import { createRunStore } from "../../../../renderer/stores/run-store.ts";
import { buildLoginResult, passwordWrong, succeeded } from "../../../support/login-result.ts";
import { buildPaired } from "../../../support/paired.ts";
import { createFakeHost, failed, ok } from "../support/fake-host.ts";

const clock = { date: () => new Date("2026-11-17T10:14:00Z"), elapsed: () => 0 };
const known = { host: "login.microsoftonline.com", practice: false, known: true, question: null };
const elsewhere = "login.fabrikam.example";
const hostQuestion = { about: "host", host: elsewhere, carries: "password" } as const;
const warning = lockoutWarning(2);
const lockOut = { about: "lock-out", wrong: 2, warning } as const;

/** A target that asks these questions, one for each time it is asked about; then none. */
function asking(...questions: unknown[]) {
  return () => ok({ host: elsewhere, practice: false, known: false, question: questions.shift() ?? null });
}

function storeWith(
  target: () => unknown = () => ok(known),
  runIds: string[] = ["run-1", "run-2", "run-3", "run-4"],
) {
  const fake = createFakeHost({
    "test.target": target,
    "test.ropg": () => ok({ runId: runIds.shift() }),
    "test.oidc": () => ok({ runId: runIds.shift() }),
  });
  const store = createRunStore(fake.host, clock, () => undefined);
  store.getState().fill({ username: "robin@contoso.example", password: "Practice-1" });
  return { ...fake, store, names: () => fake.sent.map((call) => call.name) };
}

describe("run store", () => {
  it("sends the password only after the target is known to be good", async () => {
    const { store, sent } = storeWith();
    await store.getState().start("ropg");
    expect(sent.map((call) => call.name)).toEqual(["test.target", "test.ropg"]);
    expect(sent[1]?.input).toEqual({
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

  it("keeps events that overtake the answer which names the run", async () => {
    const early = { id: "settings", title: "Settings", status: "running", startedAtMs: 1 } as const;
    const fake = createFakeHost({
      "test.target": () => ok(known),
      "test.oidc": () => {
        store.getState().receiveStep({ runId: "run-9", lane: "login", step: early });
        return ok({ runId: "run-9" });
      },
    });
    const store = createRunStore(fake.host, clock, () => undefined);
    await store.getState().start("oidc");
    const { runs } = store.getState();
    expect(Object.keys(runs)).toEqual(["run-9"]);
    expect(runs["run-9"]).toMatchObject({ kind: "oidc", lanes: { login: { steps: [early] }, check: null } });
  });

  it("shows why a test could not start and is ready for the next", async () => {
    const fake = createFakeHost({ "test.target": () => failed("no-tenant") });
    const store = createRunStore(fake.host, clock, () => undefined);
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
      "test.oidc": () => ok({ runId: "run-1" }),
      "test.cancel": () => failed("host-gone"),
    });
    const store = createRunStore(fake.host, clock, () => undefined);
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
    const fake = createFakeHost({
      "test.target": () => ok(known),
      "test.both": () => ok({ runId: "run-1" }),
    });
    const started: string[] = [];
    const store = createRunStore(fake.host, clock, (id) => started.push(id));
    store.getState().fill({ username: "robin@contoso.example", password: "Practice-1" });
    await store.getState().start("both");
    expect(started).toEqual(["run-1"]);
    store.getState().receiveSignIn({
      runId: "run-1",
      url: "https://a.example",
      how: "paste",
      via: "browser",
      endsAt: "2026-11-23T10:19:00.000Z",
      redirectUri: "https://b.example",
    });
    expect(store.getState().runs["run-1"]?.signIn).not.toBeNull();
    const callback = { id: "callback", title: "Callback", status: "running", startedAtMs: 9 } as const;
    store.getState().receiveStep({ runId: "run-1", lane: "login", step: callback });
    expect(store.getState().runs["run-1"]?.signIn).toBeNull();
    const paired = buildPaired({ checkClean: true, sentence: "Split." });
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
