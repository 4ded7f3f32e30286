import { expect, test } from "vitest";
import {
  hindranceLabels,
  secondFactorLine,
  secondFactorWord,
} from "../../../../../../renderer/screens/logins/practice/account-text.ts";

test.each([
  [null, "None", "No second factor"],
  [{ method: "oneTimeCode", code: "123456" }, "Code from an app", "Code from an app: 123456"],
  [{ method: "registration", code: "246810" }, "None yet, registers one", "None yet, registers one: 246810"],
  [{ method: "carrierPigeon", code: "1" }, "carrierPigeon", "carrierPigeon: 1"],
])("%j is %s", (mfa, word, line) => {
  expect(secondFactorWord({ mfa })).toBe(word);
  expect(secondFactorLine({ mfa })).toBe(line);
});

test("what keeps an account out has a word each", () => {
  const words = hindranceLabels({ hindrances: ["disabled", "locked-out", "password-expired"] });
  expect(words.map(({ word }) => word)).toEqual(["Disabled", "Locked out", "Password expired"]);
  expect(hindranceLabels({ hindrances: [] })).toEqual([]);
});
