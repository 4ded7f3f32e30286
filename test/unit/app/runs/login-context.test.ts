import { expect, test } from "vitest";
import { runContext } from "../../../../main/app/runs/login-context.ts";
import { createRecorder } from "../../../../main/login/recorder.ts";

test("a step says how much of its time a question about a host waited for its answer", async () => {
  const clock = { now: 1000 };
  const context = runContext(
    { fetch, now: () => clock.now, isOnline: () => true },
    { authority: null, scenario: null, jamfConnectVersion: null },
    () => null,
    {
      onStep: () => undefined,
      signal: new AbortController().signal,
      allowedHosts: [],
      confirmHost: async () => {
        clock.now += 7000;
        return true;
      },
    },
  );
  const recorder = createRecorder(context, [
    { id: "request", title: "Request" },
    { id: "token", title: "Token" },
  ]);
  await recorder.step("request", async () => {
    clock.now += 40;
    await context.confirmHost?.({ host: "sso.example", carries: "password" });
    return { status: "ok", value: null };
  });
  await recorder.step("token", async () => {
    clock.now += 5;
    return { status: "ok", value: null };
  });
  expect(recorder.steps()).toEqual([
    { id: "request", title: "Request", status: "ok", ms: 7040, waitedMs: 7000 },
    { id: "token", title: "Token", status: "ok", ms: 5 },
  ]);
});
