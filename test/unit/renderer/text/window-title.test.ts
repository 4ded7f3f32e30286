import { expect, test } from "vitest";
import { windowTitle } from "../../../../renderer/text/window-title.ts";

test.each([
  [{ screen: "Test", profile: "Contoso staff", isPractice: true }, "Test – Practice – Latchkey"],
  [{ screen: "Test", profile: "Contoso staff", isPractice: false }, "Test – Contoso staff – Latchkey"],
  [{ screen: null, profile: null, isPractice: false }, "Latchkey"],
  [{ screen: null, profile: null, isPractice: true }, "Start – Practice – Latchkey"],
])("%j is %s", (place, title) => {
  expect(windowTitle(place)).toBe(title);
});
