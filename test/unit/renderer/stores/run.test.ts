import { describe, expect, it } from "vitest";
import {
  emptySignIn,
  progressOf,
  type Run,
  resultsOf,
  runFromHistory,
  signInsOf,
  waitingSteps,
  withPlan,
  withResult,
  withStep,
} from "../../../../renderer/stores/run.ts";
import { buildLoginResult } from "../../../support/login-result.ts";
import { miraAtContoso } from "../../../support/run-name.ts";

const run: Run = {
  id: "1",
  kind: "both",
  name: miraAtContoso("both"),
  from: "menu-bar",
  username: "robin@contoso.example",
  host: "login.microsoftonline.com",
  practice: false,
  via: null,
  startedAt: "2026-11-17T10:14:00Z",
  signIns: signInsOf("both"),
  signIn: null,
  paired: null,
};

const running = { id: "discovery", title: "Discovery", status: "running", startedAtMs: 5_000 } as const;

describe("a run", () => {
  it("has the sign-ins of its kind", () => {
    expect(signInsOf("ropg").login).toBeNull();
    expect(signInsOf("oidc").check).toBeNull();
    expect(Object.values(signInsOf("both"))).not.toContain(null);
  });

  it("knows what is still to come, and how far it is, once its plan is there", () => {
    const steps = [
      { id: "settings", title: "Settings" },
      { id: "discovery", title: "Discovery" },
    ];
    expect(progressOf(run)).toBeNull();
    const planned = withPlan(run, { login: { steps, prediction: null }, check: { steps, prediction: null } });
    expect(progressOf(planned)).toEqual({ step: 1, of: 4 });
    const under = withStep(planned, "login", running, 1);
    expect(waitingSteps(under.signIns.login ?? emptySignIn)).toEqual([{ id: "settings", title: "Settings" }]);
    expect(progressOf(withStep(under, "check", running, 2))).toEqual({ step: 2, of: 4 });
    const done = withResult(under, buildLoginResult({ kind: "oidc", steps: [] }));
    expect(waitingSteps(done.signIns.login ?? emptySignIn)).toEqual([]);
  });

  it("keeps a sign-in that has no plan as it is", () => {
    const single: Run = { ...run, kind: "oidc", signIns: signInsOf("oidc") };
    const planned = withPlan(single, { login: { steps: [], prediction: null }, check: null });
    expect(planned.signIns.check).toBeNull();
  });

  it("shows a step once: its last form takes the place of the running one", () => {
    const started = withStep(run, "check", running, 10);
    const ended = withStep(started, "check", { ...running, status: "ok", ms: 84 }, 94);
    expect(ended.signIns.check?.steps).toEqual([{ ...running, status: "ok", ms: 84 }]);
    expect(ended.signIns.check?.seenAt).toEqual({ discovery: 10 });
  });

  it("keeps steps of the same name in their own signIns", () => {
    const both = withStep(withStep(run, "login", running, 1), "check", running, 2);
    expect([both.signIns.login?.steps.length, both.signIns.check?.steps.length]).toEqual([1, 1]);
  });

  it("takes the result's steps as the record and keeps when they started", () => {
    const started = withStep(withStep(run, "check", running, 10), "check", { ...running, id: "lost" }, 12);
    const result = buildLoginResult({
      steps: [
        { id: "discovery", title: "Discovery", status: "ok", ms: 84 },
        { id: "request", title: "Request", status: "failed", ms: 16 },
      ],
    });
    const ended = withResult(started, result);
    expect(ended.signIns.check?.steps.map((step) => [step.id, step.startedAtMs])).toEqual([
      ["discovery", 5_000],
      ["request", 5_084],
    ]);
    expect(ended.signIn).toBeNull();
  });

  it("comes back from the history with its steps one after the other", () => {
    const result = buildLoginResult({
      steps: [
        { id: "settings", title: "Settings", status: "ok", ms: 2 },
        { id: "request", title: "Request", status: "ok", ms: 30 },
      ],
    });
    const brought = runFromHistory({
      id: "7",
      kind: "ropg",
      startedAt: "2026-11-17T10:14:00Z",
      label: { text: "50126 · password wrong", short: "50126", tone: "err" },
      name: miraAtContoso("ropg"),
      practice: true,
      scenario: "no-mfa",
      kept: true,
      masked: true,
      profileIsCurrent: false,
      changeBefore: null,
      results: [result],
      paired: null,
    });
    expect(brought.signIns.check?.steps.map((step) => step.startedAtMs)).toEqual([0, 2]);
    expect(resultsOf(brought)).toEqual([result]);
    expect(brought.signIns.login).toBeNull();
  });
});
