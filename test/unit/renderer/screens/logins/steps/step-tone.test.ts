import { expect, test } from "vitest";
import { stepWord } from "../../../../../../main/core/verdict/step-words.ts";
import type { LiveStep } from "../../../../../../preload/contract.ts";
import { stepTone } from "../../../../../../renderer/screens/logins/steps/step-tone.ts";

const exchange = { line: "400 Bad Request", headers: {}, body: "" };
const step = (status: "ok" | "failed" | "skipped", id = "request") => ({
  id,
  title: "Password request",
  status,
  ms: 316,
  startedAtMs: 0,
  ...(id === "request" ? { response: exchange } : {}),
});
const run = { isAccepted: false, isStopped: false };

test.each([
  ["an exchange that went well", step("ok"), run, "done", "away"],
  ["a step of our own", step("ok", "tokens"), run, "done", "own"],
  ["the step in which a person signs in", step("ok", "sign-in"), run, "done", "you"],
  [
    "an error that Jamf Connect accepts",
    step("failed"),
    { ...run, isAccepted: true },
    "accepted-error",
    "warn",
  ],
  ["an error that it refuses", step("failed"), run, "failed", "err"],
  [
    "the sign-in that failed, whose time is still the person's",
    step("failed", "sign-in"),
    run,
    "failed",
    "you",
  ],
  ["a step that was stopped", step("failed"), { ...run, isStopped: true }, "stopped", "away"],
  ["a step that was left out", step("skipped"), run, "skipped", "away"],
] as const)("%s", (_what, given, state, look, bar) => {
  expect(stepTone(given, state)).toMatchObject({ state: look, bar });
});

test.each(["ok", "failed", "skipped"] as const)(
  "a step that is %s is called as on the command line",
  (status) => {
    for (const accepts of [true, false, null])
      for (const outcome of ["cancelled", "password-correct"] as const) {
        const ended = { outcome, jamfConnect: { accepts, certainty: "documented", why: "" } } as const;
        const tone = stepTone(step(status), {
          isAccepted: accepts === true,
          isStopped: outcome === "cancelled",
        });
        expect(tone.word).toBe(stepWord(step(status), ended));
      }
  },
);

test("a running step shows the spinner", () => {
  const running: LiveStep = { id: "discovery", title: "Discovery", status: "running", startedAtMs: 0 };
  expect(stepTone(running, run)).toMatchObject({ state: "running", icon: null });
});
