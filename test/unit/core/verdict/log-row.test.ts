import { describe, expect, test } from "vitest";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { logCostOf, logRowOf } from "../../../../main/core/verdict/log-row.ts";

const error = (code: number): NonNullable<LoginResult["error"]> => ({
  code,
  oauthError: "invalid_grant",
  description: `AADSTS${code}: …`,
});

describe("the row in the sign-in log", () => {
  const row = (
    kind: LoginResult["kind"],
    code: number | null,
    factor: LoginResult["factor"] = "unknown",
    provider: "EntraID" | "Okta" = "EntraID",
  ) =>
    logRowOf({
      kind,
      provider,
      factor,
      verdict: {
        outcome: code === null ? "succeeded" : "blocked",
        error: code === null ? null : error(code),
      },
    });

  test("of 50076 and 50126 has the texts by which admins tell a right password from a wrong one", () => {
    expect(row("ropg", 50076)).toEqual({
      requirement: "multifactor",
      resultDetail: "User did not pass the MFA challenge (non interactive).",
      certainty: "documented",
    });
    expect(row("ropg", 50126)).toMatchObject({
      requirement: "single-factor",
      resultDetail: expect.stringMatching(/^Invalid username or password/),
    });
  });

  test.each([
    ["ropg", 50079, "unknown", "multifactor"],
    ["oidc", 50076, "multi", "multifactor"],
    ["oidc", 50126, "unknown", "single-factor"],
    ["ropg", null, "single", "single-factor"],
    ["oidc", null, "multi", "multifactor"],
  ] as const)("%s, %s, factor %s: %s, without a text that varies", (kind, code, factor, requirement) => {
    expect(row(kind, code, factor)).toEqual({ requirement, resultDetail: null, certainty: "inferred" });
  });

  test.each([
    ["a block says nothing about factors", row("ropg", 53003)],
    ["nobody saw which factors a login used", row("oidc", null, "unknown")],
    ["another provider has no such log", row("ropg", 50076, "multi", "Okta")],
  ])("is left out where %s", (_why, found) => {
    expect(found).toBeNull();
  });
});

describe("the cost of a check", () => {
  const minutes = (value: number) => ({
    networkCheckMinutes: { value, domain: "com.jamf.connect", keyPath: "PasswordPolicies.NetworkCheck" },
  });
  const correct = { error: error(50076), passwordVerdict: "correct" } as const;

  test("follows the time between two checks of the profile", () => {
    expect(logCostOf("ropg", correct, minutes(60))).toMatchObject({ rowsPerMacAndDay: 24 });
    expect(logCostOf("ropg", correct, minutes(15))).toMatchObject({ rowsPerMacAndDay: 96 });
    expect(logCostOf("ropg", correct, {})).toMatchObject({
      rowsPerMacAndDay: 24,
      sentence: expect.stringContaining("every 60 minutes, the default"),
    });
  });

  test("is nothing that can be counted where timed checks are switched off", () => {
    expect(logCostOf("ropg", correct, minutes(0))).toMatchObject({
      rowsPerMacAndDay: 0,
      sentence: expect.stringContaining("switches timed checks off"),
    });
  });

  test.each([
    ["the login", logCostOf("oidc", correct, {})],
    ["a clean check", logCostOf("ropg", { error: null, passwordVerdict: "correct" }, {})],
    ["a wrong password", logCostOf("ropg", { error: error(50126), passwordVerdict: "wrong" }, {})],
  ])("is nothing for %s", (_what, cost) => {
    expect(cost).toBeNull();
  });
});
