import { describe, expect, it } from "vitest";
import type { BaselineRow } from "../../../../../../preload/contract.ts";
import { whatWouldChange } from "../../../../../../renderer/screens/logins/pair/what-would-change.ts";

const row = (setting: BaselineRow["setting"], login: BaselineRow["login"], check: BaselineRow["check"]) => ({
  setting,
  isCurrent: setting === "enforced",
  login,
  check,
});

const split = { loginMfa: "yes", checkClean: true, recipe: "two-apis" } as const;

type Judged = Parameters<typeof whatWouldChange>[0];
type Ended = Parameters<typeof whatWouldChange>[1]["outcome"];

function changeOf(judged: Judged, login: Ended = "succeeded", check: Ended = "password-correct") {
  return whatWouldChange(judged, { outcome: login }, { outcome: check });
}

describe("what would change the pair", () => {
  it("says that nothing about basic scopes would, where no setting does", () => {
    const rows = [row("enforced", "mfa", "no-mfa"), row("legacy", "mfa", "no-mfa")];
    const found = changeOf({ ...split, baselineScopes: rows });
    expect(found.sentence).toMatch(/^Changing how the tenant treats basic scopes changes nothing/);
    expect(found.name).toBe("two-apis");
  });

  it("names the setting that would undo the split, and what both would meet then", () => {
    const rows = [row("enforced", "mfa", "no-mfa"), row("legacy", "no-mfa", "no-mfa")];
    const found = changeOf({ ...split, recipe: "api-excluded", baselineScopes: rows });
    expect(found.sentence).toContain("before enforcement the login would meet no MFA and the check no MFA");
    expect(found.name).toBe("two-apis");
  });

  it.each([
    ["a check that is not clean", { loginMfa: "yes", checkClean: false }, /API app of its own for the check/],
    ["a login that is not asked", { loginMfa: "no", checkClean: true }, /second API app for the login/],
    [
      "a login that is not proven",
      { loginMfa: "not-proven", checkClean: true },
      /Confirm in the sign-in log/,
    ],
  ] as const)("leads from %s to two API apps", (_what, judged, sentence) => {
    const found = changeOf({ ...split, ...judged, baselineScopes: [] });
    expect(found.sentence).toMatch(sentence);
    expect(found.name).toBe("two-apis");
  });

  it("asks for a policy where there is none", () => {
    const open = { ...split, loginMfa: "no", recipe: "none", baselineScopes: [] } as const;
    expect(changeOf(open).sentence).toMatch(/^A policy that demands MFA/);
  });

  it("points at the other provider where one is asked", () => {
    const outside = { loginMfa: "not-proven", checkClean: false, recipe: null, baselineScopes: [] } as const;
    expect(changeOf(outside).sentence).toContain("The other provider decides");
  });

  it.each<[string, Ended, Ended, RegExp]>([
    ["a test that was stopped", "cancelled", "cancelled", /run to their end/],
    ["a login that is refused", "blocked", "succeeded", /First both sign-ins have to work/],
    ["a wrong password", "succeeded", "password-wrong", /^Fix the password first/],
    ["a check of a wrong app", "succeeded", "misconfigured", /First both sign-ins have to work/],
    ["a service that is down", "unreachable", "unreachable", /First both sign-ins have to work/],
  ])("offers no recipe beside %s", (_what, login, check, sentence) => {
    const found = changeOf({ ...split, loginMfa: "not-proven", baselineScopes: [] }, login, check);
    expect(found.sentence).toMatch(sentence);
    expect(found.name).toBeNull();
  });
});
