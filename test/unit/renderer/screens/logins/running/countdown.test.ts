import { expect, test } from "vitest";
import { remaining } from "../../../../../../renderer/screens/logins/running/countdown.tsx";

test.each([
  [300_000, "5:00"],
  [287_400, "4:47"],
  [61_000, "1:01"],
  [400, "0:00"],
  [-5_000, "0:00"],
  [3_600_000, "60:00"],
])("%i ms are %s", (ms, text) => {
  expect(remaining(ms)).toBe(text);
});
