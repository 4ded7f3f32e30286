import { expect, it } from "vitest";
import { headlineOf } from "../../../../renderer/text/headline.ts";

it.each([
  [
    "The password is correct. Entra demanded MFA, so it answered with an error.",
    "The password is correct.",
    "Entra demanded MFA, so it answered with an error.",
  ],
  ["One sentence.", "One sentence.", ""],
  [
    "contoso.com has no version 2.45. of it. Try another. And another.",
    "contoso.com has no version 2.45. of it.",
    "Try another. And another.",
  ],
  ["Is it so? It is so!\nAnd more.", "Is it so?", "It is so!\nAnd more."],
  ["", "", ""],
  ["The login failed. Nobody has consented. Ask.", "Nobody has consented.", "Ask."],
  [
    "The login failed, and the answer does not say why.",
    "The login failed, and the answer does not say why.",
    "",
  ],
])("%j is read in two", (sentence, title, reason) => {
  expect(headlineOf(sentence)).toEqual({ title, reason });
});
