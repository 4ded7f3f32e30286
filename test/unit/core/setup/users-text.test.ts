import { expect, test } from "vitest";
import { findRecipe } from "../../../../main/core/recipes/index.ts";
import { type UsersTextFacts, usersText } from "../../../../main/core/setup/index.ts";

const entra: UsersTextFacts = {
  provider: "Microsoft Entra ID",
  isEntra: true,
  hasLoginWindow: true,
  hasMenuBar: true,
  ownPassword: false,
  deniesLocal: true,
  fallsBack: true,
  connectsAccounts: null,
  checkMinutes: 30,
  helpUrl: null,
};

const textsOf = (recipe: string, facts: Partial<UsersTextFacts> = {}) =>
  usersText(findRecipe(recipe), { ...entra, ...facts });
const textOf = (recipe: string, facts: Partial<UsersTextFacts> = {}) => textsOf(recipe, facts).users;

test("people are told what the recipe leads to", () => {
  expect(textOf("two-apis")).toContain("You are asked for a second factor");
  expect(textOf("none")).toContain("You are not asked for a second factor");
});

test("the service desk is told what a check leaves in the log", () => {
  expect(textsOf("simple").serviceDesk).toContain("a red line with 50076 for every check");
  expect(textsOf("two-apis").serviceDesk).toContain("checks that succeed with one factor");
  expect(textOf("two-apis")).not.toMatch(/service desk|5\d{4}|ROPC/);
});

test("another provider's rules are not guessed: somebody has to write them in", () => {
  const { users, serviceDesk } = textsOf("two-apis", { provider: "Okta", isEntra: false });
  expect(users).toContain("[Write in: whether and when Okta asks for a second factor.");
  expect(users + serviceDesk).not.toMatch(/5\d{4}|API app|You are asked for a second factor/);
});

test.each([
  [{ deniesLocal: true, fallsBack: true }, "the Mac offers the local login"],
  [{ deniesLocal: true, fallsBack: false }, "you cannot log in"],
  [{ deniesLocal: null, fallsBack: null }, "choose the local login"],
])("what works without a network comes from the profile: %o", (facts, words) => {
  expect(textOf("two-apis", facts)).toContain(words);
});

test("a password of the Mac's own is not said to be the work password", () => {
  expect(textOf("two-apis", { ownPassword: true })).not.toContain("is still your work password");
  expect(textOf("two-apis")).toContain("is still your work password");
});

test("a profile for the menu bar alone says nothing about the login window", () => {
  const text = textOf("two-apis", { hasLoginWindow: false });
  expect(text).not.toContain("login window");
  expect(text).toContain("about every 30 minutes");
});
