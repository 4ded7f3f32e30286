import { expect, it } from "vitest";
import { decidedBy } from "../../../../../../renderer/screens/logins/tokens/deciding-claims.ts";

const account = {
  shortName: "mira",
  fullName: "mira",
  role: "standard",
  because: {},
  decidedBy: { shortName: ["upn"], fullName: ["upn"], role: ["roles"] },
} as const;

it("names every field that a claim decided, in the order of the account", () => {
  expect(decidedBy(account, "upn")).toEqual(["short name", "full name"]);
  expect(decidedBy(account, "roles")).toEqual(["role"]);
  expect(decidedBy(account, "tid")).toEqual([]);
  expect(decidedBy(null, "upn")).toEqual([]);
});
