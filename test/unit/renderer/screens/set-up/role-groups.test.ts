import { describe, expect, it } from "vitest";
import { roleGroups, stepsWord } from "../../../../../renderer/screens/set-up/role-groups.ts";

const told = (...roles: readonly string[]) =>
  roleGroups(roles.map((role) => ({ role }))).map((group) => [
    group.role,
    stepsWord(group),
    group.steps.length,
  ]);

describe("roleGroups", () => {
  it("says once who does the steps that follow each other", () => {
    expect(told("apps", "apps", "apps", "policies")).toEqual([
      ["apps", "steps 1–3", 3],
      ["policies", "step 4", 1],
    ]);
  });

  it("keeps the order where a role comes again", () => {
    expect(told("apps", "policies", "apps", "apps")).toEqual([
      ["apps", "step 1", 1],
      ["policies", "step 2", 1],
      ["apps", "steps 3–4", 2],
    ]);
  });

  it("has no group without steps", () => {
    expect(told()).toEqual([]);
  });
});
