import { expect, test } from "vitest";
import type { RunAbout } from "../../../../main/app/history/history.ts";
import { createFollowRun } from "../../../../main/app/runs/follow-run.ts";
import type { RunEnd } from "../../../../main/app/runs/run-calls.ts";
import { fail, succeed } from "../../../../main/core/problem.ts";
import { succeeded } from "../../../support/login-result.ts";

const about = { editedAt: null } as RunAbout;

function following(breaking?: string) {
  const told: string[] = [];
  const follow = createFollowRun(
    {
      emit: (name) => {
        if (name === breaking) throw new TypeError("never shown");
        told.push(name);
      },
    },
    { tell: ({ runId }) => void told.push(`broke off ${runId}`) },
    {
      besideOtherMethod: (_, result) => result,
      remember: (runId, _, results) => void told.push(`remember ${runId} ${results.length}`),
    },
    { running: () => null, view: () => ({ running: false }) },
  );
  const ended = async (end: RunEnd) => {
    expect(follow(about, succeed({ runId: "r1", ended: Promise.resolve(end) }))).toEqual(succeed(null));
    // The run ended before anybody could wait for it; its end is told after the answer all the same.
    expect(told).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    return told;
  };
  return { follow, ended };
}

const login = succeeded("oidc");
const check = succeeded("ropg");
const paired = { loginMfa: "yes" } as Extract<RunEnd, { kind: "pair-finished" }>["paired"];

test("a run that ends is told and remembered, once", async () => {
  const end = { kind: "finished", result: check } as const;
  expect(await following().ended(end)).toEqual(["test.finished", "remember r1 1"]);
});

test("a run of both is remembered with both results", async () => {
  const end = { kind: "pair-finished", login, check, paired } as const;
  expect(await following().ended(end)).toEqual(["test.pairFinished", "remember r1 2"]);
});

test("a run that broke off leaves nothing", async () => {
  const problem = { code: "run-broke-off", title: "t", detail: "d", fix: "f" };
  expect(await following().ended({ kind: "failed", problem })).toEqual(["broke off r1"]);
});

test("a fault while the end is told is told as one", async () => {
  const end = { kind: "finished", result: check } as const;
  expect(await following("test.finished").ended(end)).toEqual(["broke off r1"]);
});

test("a run that did not start is answered with the reason", () => {
  const refused = fail({ code: "run-id-taken", title: "t", detail: "d", fix: "f" });
  expect(following().follow(about, refused)).toBe(refused);
});
