import { expect, it } from "vitest";
import type { Finding, TypedJson } from "../../../../../preload/contract.ts";
import { partFindings } from "../../../../../renderer/screens/profile/item-findings.tsx";

const about = (keyPath: string) => ({ rule: keyPath, where: { domain: "d", keyPath } }) as Finding;
const parted = (value: TypedJson, ...paths: readonly string[]) => {
  const { own, ofItems } = partFindings({ keyPath: "Own.Roles", value }, null, paths.map(about));
  return { own: own.map(({ rule }) => rule), ofItems: ofItems.map(({ rule }) => rule) };
};

it("what was found about an item of a list stands beside the item, as long as the list has it", () => {
  const roles = [{ Name: "a" }, { Name: "b" }];
  expect(
    parted(roles, "Own.Roles", "Own.Roles[1]", "Own.Roles[1].Name", "Own.Roles[12].Name", "Own.Roles[2]"),
  ).toEqual({
    own: ["Own.Roles", "Own.Roles[12].Name", "Own.Roles[2]"],
    ofItems: ["Own.Roles[1]", "Own.Roles[1].Name"],
  });
});

it("chips and single values have no room beside an item: what was found stands below them", () => {
  expect(parted(["a", "b"], "Own.Roles[1]").own).toEqual(["Own.Roles[1]"]);
  expect(parted("a", "Own.Roles[0]").own).toEqual(["Own.Roles[0]"]);
});
