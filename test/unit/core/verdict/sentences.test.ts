import { expect, test } from "vitest";
import { findEntry } from "../../../../main/core/verdict/catalogue.ts";
import { type Kind, sentenceOfEntry } from "../../../../main/core/verdict/sentences.ts";

function sentence(code: number, kind: Kind): string {
  const entry = findEntry(code);
  if (entry === null) throw new Error(`${code} is not in the catalogue.`);
  return sentenceOfEntry(entry, kind);
}

test("7000218 names the switch for the password check, and the platform of the redirect URI for the login", () => {
  expect(sentence(7000218, "ropg")).toMatch(/does not allow public client flows/);
  expect(sentence(7000218, "oidc")).toMatch(/^The redirect URI is registered for a web app/);
});

test("a login is never told that a password is correct", () => {
  for (const code of [50076, 50072, 50158]) {
    expect(sentence(code, "ropg")).toMatch(/^The password is correct\./);
    expect(sentence(code, "oidc")).not.toContain("password is correct");
  }
});
