import { describe, expect, test } from "vitest";
import { baselineRows } from "../../../../main/core/pair/baseline-rows.ts";
import type { Predicted } from "../../../../main/core/pair/with-prediction.ts";

type Tri = "yes" | "no" | "depends";
type SignIn = Predicted["signIns"][number];

const verdict = (mfa: Tri, blocked: Tri = "no"): SignIn["verdict"] => ({
  mfa,
  blocked,
  deviceRequired: "no",
  lockout: "no",
  text: "",
});

function signIn(
  id: SignIn["id"],
  now: SignIn["verdict"],
  other?: readonly [string, SignIn["verdict"]],
): SignIn {
  const otherSettings =
    other === undefined ? [] : [{ baselineScopes: other[0], differs: true, verdict: other[1] }];
  return { id, resource: "r", resourceName: "R", policies: [], verdict: now, otherSettings };
}

const predicted = (baselineScopes: string, ...signIns: SignIn[]): Predicted => ({
  recipe: null,
  policyNames: new Map(),
  spared: { "login-window": [], "password-check": [] },
  baselineScopes,
  signIns,
});

describe("the table of settings", () => {
  test("shows the current setting first, and where the other one differs", () => {
    const rows = baselineRows(
      predicted(
        "enforced",
        signIn("login-window", verdict("yes")),
        signIn("password-check", verdict("yes"), ["legacy", verdict("no")]),
      ),
      null,
    );
    expect(rows).toEqual([
      { setting: "enforced", isCurrent: true, login: "mfa", check: "mfa" },
      { setting: "legacy", isCurrent: false, login: "mfa", check: "no-mfa" },
    ]);
  });

  test("has a row for the placeholder app of a tenant that has one", () => {
    const rows = baselineRows(
      predicted(
        "1a7c4e00-0000-4000-8000-0000000000e1",
        signIn("login-window", verdict("yes")),
        signIn("password-check", verdict("no")),
      ),
      null,
    );
    expect(rows.at(-1)).toEqual({ setting: "placeholder", isCurrent: true, login: "mfa", check: "no-mfa" });
  });

  test("a block comes before MFA, and what is open stays open", () => {
    const rows = baselineRows(
      predicted(
        "enforced",
        signIn("login-window", verdict("yes", "yes")),
        signIn("password-check", verdict("no", "depends")),
      ),
      null,
    );
    expect(rows[0]).toMatchObject({ login: "blocked", check: "depends" });
  });

  test("without policies it follows the recipe, and names no setting as the tenant's", () => {
    expect(baselineRows(null, "custom-scope-2023")).toEqual([
      { setting: "enforced", isCurrent: false, login: "mfa", check: "mfa" },
      { setting: "legacy", isCurrent: false, login: "mfa", check: "no-mfa" },
      { setting: "placeholder", isCurrent: false, login: "mfa", check: "depends" },
    ]);
  });

  test("is empty where nothing is known, and takes no half of a pair for the whole", () => {
    expect(baselineRows(null, null)).toEqual([]);
    expect(baselineRows(predicted("enforced", signIn("login-window", verdict("yes"))), null)).toEqual([]);
  });
});
