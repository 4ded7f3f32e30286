import { expect, it } from "vitest";
import { createDispatch, type Handlers } from "../../../main/app/dispatch.ts";
import { succeed } from "../../../main/core/problem.ts";

const handlers = new Proxy({} as Handlers, { get: () => async () => succeed("handled") });
const call = createDispatch(handlers);

const edit = (value: unknown) => ({
  patch: { op: "set", payload: { domain: "com.jamf.connect" }, path: ["a"], value },
});

it("answers a change of a common size", async () => {
  expect(await call("profile.edit", edit(Array.from({ length: 5000 }, () => "x")))).toEqual(
    succeed("handled"),
  );
});

it("attack: a change of three million values is refused before it is looked through", async () => {
  expect(await call("profile.edit", edit(Array.from({ length: 3_000_000 }, () => "x")))).toMatchObject({
    ok: false,
    problem: { code: "input-too-large" },
  });
});

it("attack: a call nested 40,000 or 100,000 levels deep is answered with a problem and rejects nobody", async () => {
  for (const depth of [40_000, 100_000]) {
    const deep: unknown = JSON.parse("[".repeat(depth) + "]".repeat(depth));
    expect(await call("profile.edit", edit(deep))).toMatchObject({
      ok: false,
      problem: { code: "input-too-large" },
    });
  }
});
