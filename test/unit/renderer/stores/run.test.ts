import { describe, expect, it } from "vitest";
import { type Run, withResult, withStep } from "../../../../renderer/stores/run.ts";
import { loginResult } from "../support/login-result.ts";

const run: Run = {
  id: "1",
  kind: "ropg",
  from: "menu-bar",
  username: "robin@contoso.example",
  host: "login.microsoftonline.com",
  practice: false,
  startedAt: "2026-11-17T10:14:00Z",
  steps: [],
  seenAt: {},
  signIn: null,
  result: null,
};

const running = { id: "discovery", title: "Discovery", status: "running", startedAtMs: 5_000 } as const;

describe("a run", () => {
  it("shows a step once: its last form takes the place of the running one", () => {
    const started = withStep(run, running, 10);
    const ended = withStep(started, { ...running, status: "ok", ms: 84 }, 94);
    expect(ended.steps).toEqual([{ ...running, status: "ok", ms: 84 }]);
    expect(ended.seenAt).toEqual({ discovery: 10 });
  });

  it("takes the result's steps as the record and keeps when they started", () => {
    const started = withStep(withStep(run, running, 10), { ...running, id: "lost" }, 12);
    const ended = withResult(
      started,
      loginResult({
        steps: [
          { id: "discovery", title: "Discovery", status: "ok", ms: 84 },
          { id: "request", title: "Request", status: "failed", ms: 16 },
        ],
      }),
    );
    expect(ended.steps.map((step) => [step.id, step.startedAtMs])).toEqual([
      ["discovery", 5_000],
      ["request", 5_084],
    ]);
    expect(ended.signIn).toBeNull();
  });
});
