import { expect, it } from "vitest";
import { timedSteps, timeParts } from "../../../../../../renderer/screens/logins/steps/time-parts.ts";
import { emptySignIn } from "../../../../../../renderer/stores/run.ts";

const exchange = { line: "GET https://a.example", headers: {}, body: "" };
const done = (id: string, ms: number, change = {}) => ({
  id,
  title: id,
  status: "ok" as const,
  ms,
  startedAtMs: 0,
  ...change,
});

it("parts the time by whose it was, and the parts add up", () => {
  const steps = [
    done("settings", 2),
    done("discovery", 80, { request: exchange }),
    done("sign-in", 9_000),
    { ...done("exchange", 50), status: "failed" as const },
  ];
  const parts = timeParts([timedSteps({ ...emptySignIn, steps }, 0)]);
  expect(parts).toEqual({ total: 9_132, own: 2, waiting: 9_000, provider: 130, between: 0 });
});

it("counts what passed between the steps of a sign-in, not between two sign-ins", () => {
  const at = (startedAtMs: number, ms: number) => done("settings", ms, { startedAtMs });
  const timed = [
    [at(0, 2), at(12, 3)],
    [at(0, 5), at(5, 1)],
  ].map((steps) => timedSteps({ ...emptySignIn, steps }, 0));
  expect(timed.map((steps) => steps.map(({ gapMs }) => gapMs))).toEqual([
    [0, 10],
    [0, 0],
  ]);
  const parts = timeParts(timed);
  expect(parts).toEqual({ total: 21, own: 11, waiting: 0, provider: 0, between: 10 });
});

it("counts a sign-in that goes on from when it was seen", () => {
  const waiting = { id: "sign-in", title: "Sign-in", status: "running", startedAtMs: 90 } as const;
  const signIn = { ...emptySignIn, steps: [done("discovery", 80), waiting], seenAt: { "sign-in": 1_000 } };
  expect(timeParts([timedSteps(signIn, 6_500)])).toMatchObject({ total: 5_590, waiting: 5_500, between: 10 });
});

it("counts the time of a question about a host as the person's, in whatever step it was asked", () => {
  const steps = [
    done("request", 5_080, { request: exchange, waitedMs: 5_000 }),
    done("settings", 1_002, { waitedMs: 1_000 }),
  ];
  const parts = timeParts([timedSteps({ ...emptySignIn, steps }, 0)]);
  expect(parts).toEqual({ total: 6_082, own: 2, waiting: 6_000, provider: 80, between: 0 });
});
