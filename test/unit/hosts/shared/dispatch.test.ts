import { expect, it } from "vitest";
import { createDispatch, type Handlers } from "../../../../main/hosts/shared/dispatch.ts";

it("attack: a call nested 100,000 levels deep is answered with a problem and rejects nobody", async () => {
  const dispatch = createDispatch({ "profile.edit": async () => ({ ok: true }) } as unknown as Handlers);
  const depth = 100_000;
  const value: unknown = JSON.parse("[".repeat(depth) + "]".repeat(depth));
  const patch = { op: "set", payload: { domain: "com.jamf.connect" }, path: ["OIDCScopes"], value };
  const answer = await dispatch("profile.edit", { patch });
  expect(answer).toMatchObject({ ok: false, problem: { code: "internal" } });
});
