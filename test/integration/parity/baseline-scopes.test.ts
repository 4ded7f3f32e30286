import { join } from "node:path";
import { expect, it } from "vitest";
import { latchkey } from "./support.ts";

const simple = join(import.meta.dirname, "../../fixtures/policies/recipes/simple");
const profile = ["--profile", join(simple, "profile.mobileconfig")];
const policies = join(simple, "policies.json");
/** Nothing is sent there: a wrong call ends before. */
const nowhere = [
  "--authority",
  "http://127.0.0.1:9/contoso",
  "--username",
  "a@b.example",
  "--password-stdin",
];

it.each([
  ["conditional-access", ["conditional-access", policies, ...profile]],
  ["test ropg", ["test", "ropg", ...profile, ...nowhere, "--policies", policies]],
  ["test both", ["test", "both", "--no-open", ...profile, ...nowhere, "--policies", policies]],
  ["test ropg without policies", ["test", "ropg", ...profile, ...nowhere]],
])("%s refuses a mode of the basic scopes that does not exist", async (_name, args) => {
  const { code, out, err } = await latchkey([...args, "--baseline-scopes", "enforce"], ["Password-1"]);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^latchkey: --baseline-scopes takes enforced, legacy, or the app id/);
});
