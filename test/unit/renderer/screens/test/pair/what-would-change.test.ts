import { describe, expect, it } from "vitest";
import type { BaselineRow } from "../../../../../../preload/contract.ts";
import { whatWouldChange } from "../../../../../../renderer/screens/test/pair/what-would-change.ts";

const row = (setting: BaselineRow["setting"], login: BaselineRow["login"], check: BaselineRow["check"]) => ({
  setting,
  isCurrent: setting === "enforced",
  login,
  check,
});

const split = { loginMfa: "yes", checkClean: true, recipe: "two-apis" } as const;

describe("what would change the pair", () => {
  it("says that nothing about basic scopes would, where no setting does", () => {
    const rows = [row("enforced", "mfa", "no-mfa"), row("legacy", "mfa", "no-mfa")];
    const found = whatWouldChange({ ...split, baselineScopes: rows });
    expect(found.sentence).toMatch(/^Nothing about basic scopes/);
    expect(found.name).toBe("two-apis");
  });

  it("names the setting that would undo the split, and what both would meet then", () => {
    const rows = [row("enforced", "mfa", "no-mfa"), row("legacy", "no-mfa", "no-mfa")];
    const found = whatWouldChange({ ...split, recipe: "api-excluded", baselineScopes: rows });
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
    const found = whatWouldChange({ ...split, ...judged, baselineScopes: [] });
    expect(found.sentence).toMatch(sentence);
    expect(found.name).toBe("two-apis");
  });
});
