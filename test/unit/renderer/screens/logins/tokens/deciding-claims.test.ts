import { expect, it } from "vitest";
import { decidedBy } from "../../../../../../renderer/screens/logins/tokens/deciding-claims.ts";

const account = {
  shortName: "mira",
  fullName: "Mira Keller",
  role: "standard",
  because: {},
  decidedBy: { shortName: ["upn"], fullName: ["upn"], role: ["roles"] },
} as const;

it("says how every field came out that a claim decided, in the order of the account", () => {
  expect(decidedBy(account, "upn")).toEqual(["Short name: mira", "Full name: Mira Keller"]);
  expect(decidedBy(account, "roles")).toEqual(["Role: standard"]);
  expect(decidedBy(account, "tid")).toEqual([]);
  expect(decidedBy(null, "upn")).toEqual([]);
});
