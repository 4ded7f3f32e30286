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

const textOf = (recipe: string, facts: Partial<UsersTextFacts> = {}) =>
  usersText(findRecipe(recipe), { ...entra, ...facts });

test("people are told what the recipe leads to", () => {
  expect(textOf("two-apis")).toContain("You are asked for a second factor");
  expect(textOf("none")).toContain("You are not asked for a second factor");
});

test("the service desk is told what a check leaves in the log", () => {
  expect(textOf("simple")).toContain("a red line with 50076 for every check");
  expect(textOf("two-apis")).toContain("checks that succeed with one factor");
});

test("another provider's rules are not guessed: somebody has to write them in", () => {
  const text = textOf("two-apis", { provider: "Okta", isEntra: false });
  expect(text).toContain("[Write in: whether and when Okta asks for a second factor.");
  expect(text).not.toMatch(/5\d{4}|Recipe:|You are asked for a second factor/);
});

test.each([
  [{ deniesLocal: true, fallsBack: true }, "the Mac offers the local login"],
  [{ deniesLocal: true, fallsBack: false }, "you cannot log in"],
  [{ deniesLocal: null, fallsBack: null }, "choose the local login"],
])("what works without a network comes from the profile: %o", (facts, words) => {
  expect(textOf("two-apis", facts)).toContain(words);
});

test("a profile for the menu bar alone says nothing about the login window", () => {
  const text = textOf("two-apis", { hasLoginWindow: false });
  expect(text).not.toContain("login window");
  expect(text).toContain("about every 30 minutes");
});
