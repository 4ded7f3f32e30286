import { expect, it } from "vitest";
import { checkCounts } from "../../../../../../renderer/screens/logins/tokens/token-checks.tsx";

const check = (outcome: "passed" | "failed" | "not-made") => ({ id: "x", title: "X", outcome, detail: "D." });

it("counts checks by what became of them, failed ones first, and leaves out what did not occur", () => {
  expect(checkCounts([check("passed"), check("not-made"), check("passed"), check("failed")])).toBe(
    "1 failed, 2 passed, 1 not possible",
  );
  expect(checkCounts([check("passed")])).toBe("1 passed");
  expect(checkCounts([])).toBe("");
});
