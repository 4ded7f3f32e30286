import { expect, test } from "vitest";
import { knownFacts } from "../../../../../../renderer/screens/logins/running/known-facts.ts";
import { emptySignIn, type RunSignIn } from "../../../../../../renderer/stores/run.ts";

function signIn(
  ...steps: readonly (readonly [id: string, status: "ok" | "failed" | "running"])[]
): RunSignIn {
  return {
    ...emptySignIn,
    steps: steps.map(([id, status]) =>
      status === "running"
        ? { id, title: id, status, startedAtMs: 0 }
        : { id, title: id, status, ms: 1, startedAtMs: 0 },
    ),
  };
}

test("what Entra's sign-in page proves is said once the page has come, and not before", () => {
  const asking = signIn(["settings", "ok"], ["discovery", "ok"], ["authorize", "running"]);
  expect(knownFacts({ login: asking, check: null }, true)).toEqual(["Issuer and endpoints fit the tenant"]);
  const asked = signIn(["discovery", "ok"], ["authorize", "ok"], ["sign-in", "running"]);
  expect(knownFacts({ login: asked, check: null }, true)).toEqual([
    "Issuer and endpoints fit the tenant",
    "Client ID exists in this tenant",
    "Redirect URI is registered",
  ]);
  expect(knownFacts({ login: asked, check: null }, false)).toContain("The provider shows its sign-in page");
});

test("a step that failed proves nothing; the login comes before the check", () => {
  const signIns = {
    login: signIn(["discovery", "failed"]),
    check: signIn(["discovery", "ok"], ["request", "ok"]),
  };
  expect(knownFacts(signIns, true)).toEqual([
    "The check's endpoints fit the tenant",
    "The password was sent, once",
  ]);
});
