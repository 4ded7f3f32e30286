import { expect, test } from "vitest";
import type { LiveStep } from "../../../../../../preload/contract.ts";
import { stepTone } from "../../../../../../renderer/screens/logins/steps/step-tone.ts";

const exchange = { line: "400 Bad Request", headers: {}, body: "" };
const step = (status: "ok" | "failed" | "skipped"): LiveStep => ({
  id: "request",
  title: "Password request",
  status,
  ms: 316,
  startedAtMs: 0,
  response: exchange,
});
const readsAnswer: LiveStep = {
  id: "answer",
  title: "Read the answer",
  status: "failed",
  ms: 1,
  startedAtMs: 0,
};
const run = { isAccepted: false, isStopped: false, errorFrom: "none" } as const;

test.each([
  ["an exchange that went well", step("ok"), run, "done"],
  [
    "the exchange that brought an error Jamf Connect accepts",
    step("ok"),
    { ...run, errorFrom: "this-step", isAccepted: true },
    "accepted-error",
  ],
  ["the exchange that brought an error it refuses", step("ok"), { ...run, errorFrom: "this-step" }, "failed"],
  [
    "a step that failed while the person stopped the run",
    step("failed"),
    { ...run, isStopped: true },
    "stopped",
  ],
  [
    "our own step that read the error of another",
    readsAnswer,
    { ...run, errorFrom: "another-step", isAccepted: true },
    "done",
  ],
  ["our own step that failed by itself", readsAnswer, run, "failed"],
  [
    "an exchange that failed beside the telling one",
    step("failed"),
    { ...run, errorFrom: "another-step" },
    "failed",
  ],
  ["a step that was left out", step("skipped"), { ...run, errorFrom: "this-step" }, "skipped"],
] as const)("%s", (_what, given, state, look) => {
  expect(stepTone(given, state).state).toBe(look);
});

test("a running step shows the spinner", () => {
  const running: LiveStep = { id: "discovery", title: "Discovery", status: "running", startedAtMs: 0 };
  expect(stepTone(running, run)).toMatchObject({ state: "running", icon: null });
});
