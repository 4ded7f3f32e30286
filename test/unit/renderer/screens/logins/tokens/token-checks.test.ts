import { expect, it } from "vitest";
import { checkCounts } from "../../../../../../renderer/screens/logins/tokens/token-checks.tsx";

const check = (outcome: "passed" | "failed" | "not-made", title = "X") => ({
  id: title,
  title,
  outcome,
  detail: "D.",
});

it("counts checks by what became of them, failed ones first, and leaves out what did not occur", () => {
  expect(
    checkCounts([check("passed"), check("not-made", "Nonce"), check("passed"), check("failed", "Issuer")]),
  ).toBe("1 failed (Issuer), 2 passed, 1 not possible (Nonce)");
  expect(checkCounts([check("passed")])).toBe("1 passed");
  expect(checkCounts([])).toBe("");
});

it("names a few that did not pass; more are a list of their own", () => {
  const open = ["A", "B", "C", "D"].map((title) => check("not-made", title));
  expect(checkCounts(open.slice(0, 3))).toBe("3 not possible (A, B, C)");
  expect(checkCounts(open)).toBe("4 not possible");
});
