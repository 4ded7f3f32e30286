import { expect, test } from "vitest";
import type { SignInOutcome } from "../../../main/login/ports.ts";
import { signInStep } from "../../../main/login/steps/sign-in.ts";

const request = (signal: AbortSignal) => ({
  authorizeUrl: "https://login.microsoftonline.com/authorize",
  redirectUri: "https://127.0.0.1/jamfconnect",
  signal,
});

const ending = async (outcome: SignInOutcome, isStopped: boolean) => {
  const stop = new AbortController();
  if (isStopped) stop.abort();
  const result = await signInStep(async () => outcome, request(stop.signal));
  return "ending" in result ? { ending: result.ending, note: result.note } : null;
};

test.each([
  [
    "a closed window",
    { kind: "closed" },
    false,
    "closed",
    "The window was closed before anybody had signed in.",
  ],
  ["a stopped run, which closes the window", { kind: "closed" }, true, "user", "Stopped."],
  ["nobody in time", { kind: "timeout" }, false, "timeout", "Nobody finished the sign-in in time."],
] as const)("%s ends as what it was", async (_what, outcome, isStopped, by, note) => {
  expect(await ending(outcome, isStopped)).toEqual({
    ending: { kind: "cancelled", by, at: "sign-in", began: true },
    note,
  });
});
