import { expect, test } from "vitest";
import { createRunningRuns, type RunOpening } from "../../../../main/app/runs/running-runs.ts";
import { miraAtContoso } from "../../../support/run-name.ts";

const opening: RunOpening = {
  runId: "r1",
  kind: "oidc",
  name: miraAtContoso("oidc"),
  from: "login",
  username: null,
  host: "login.microsoftonline.com",
  practice: false,
  via: "browser",
  startedAt: "2026-11-17T10:14:00.000Z",
};
const step = (id: string, status: "running" | "ok") =>
  ({ id, title: id, startedAtMs: 1, ...(status === "ok" ? { status, ms: 1 } : { status }) }) as const;
const prompt = {
  runId: "r1",
  url: "https://a.example",
  how: "paste",
  via: "browser",
  redirectUri: "https://b.example",
  leftMs: 300_000,
} as const;

/** The names of the events that went out, and the runs. */
function told() {
  const events: string[] = [];
  const clock = { now: 1000 };
  const runs = createRunningRuns({ emit: (name) => void events.push(name), now: () => clock.now });
  runs.begin(opening);
  return { events, runs, clock, run: () => runs.list()[0] };
}

test("what was told before somebody asks is all in the answer, each step in its newest form", () => {
  const { events, runs, run } = told();
  const plan = { login: { steps: [], prediction: null }, check: null };
  runs.plan({ runId: "r1", ...plan });
  for (const status of ["running", "ok"] as const) {
    runs.step({ runId: "r1", signIn: "login", step: step("settings", status) });
  }
  runs.step({ runId: "r1", signIn: "login", step: step("sign-in", "running") });
  runs.signIn(prompt);
  runs.askHost({ runId: "r1", host: "sso.example", carries: "password" });
  const { runId: _, ...signIn } = prompt;
  expect(run()).toEqual({
    ...opening,
    plan,
    steps: [
      { signIn: "login", step: step("settings", "ok") },
      { signIn: "login", step: step("sign-in", "running") },
    ],
    signIn,
    question: { host: "sso.example", carries: "password" },
  });
  expect(events).toEqual([
    "test.planned",
    "test.step",
    "test.step",
    "test.step",
    "test.signIn",
    "test.askHost",
  ]);
});

test("steps of the login and of the check with one name are two", () => {
  const { runs, run } = told();
  for (const signIn of ["login", "check"] as const) {
    runs.step({ runId: "r1", signIn, step: step("settings", "ok") });
  }
  expect(run()?.steps.map(({ signIn }) => signIn)).toEqual(["login", "check"]);
});

test("nobody is asked to sign in after the sign-in, nor about a host after the answer", () => {
  const { runs, run } = told();
  runs.signIn(prompt);
  runs.step({ runId: "r1", signIn: "login", step: step("sign-in", "ok") });
  expect(run()?.signIn).not.toBeNull();
  runs.step({ runId: "r1", signIn: "login", step: step("callback", "running") });
  expect(run()?.signIn).toBeNull();
  runs.askHost({ runId: "r1", host: "sso.example", carries: "password" });
  runs.hostAnswered("r1");
  expect(run()?.question).toBeNull();
});

test("a run that has ended is none that goes on, whatever is still said about it", () => {
  const { runs, run } = told();
  runs.end("r1");
  runs.step({ runId: "r1", signIn: "login", step: step("settings", "ok") });
  expect(run()).toBeUndefined();
});

test("a page that comes later is told how long the person still has then", () => {
  const { runs, clock, run } = told();
  runs.signIn(prompt);
  clock.now += 120_000;
  expect(run()?.signIn).toMatchObject({ leftMs: 180_000 });
  clock.now += 600_000;
  expect(run()?.signIn).toMatchObject({ leftMs: 0 });
});
