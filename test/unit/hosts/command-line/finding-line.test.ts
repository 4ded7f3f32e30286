import { expect, test } from "vitest";
import { firstStep, stopSentences } from "../../../../main/hosts/command-line/finding-line.ts";

test.each<[string, readonly string[], string]>([
  [
    "ends every sentence",
    ["It failed.", "getaddrinfo ENOTFOUND idp.example", "Try again."],
    "It failed. getaddrinfo ENOTFOUND idp.example. Try again.",
  ],
  [
    "says nothing twice",
    ["Plain http. Nothing was sent.", "Plain http.", "Use https."],
    "Plain http. Nothing was sent. Use https.",
  ],
  ["leaves out what is not known", ["It failed.", "", "Try again."], "It failed. Try again."],
  ["stays one line without escapes", ["a\nb\u001b[31m", "c"], "a b [31m. c."],
])("%s", (_, parts, line) => {
  expect(stopSentences(parts)).toBe(`latchkey: ${line}\n`);
});

test("the first step of a finding that offers a patch is none", () => {
  expect(firstStep(undefined)).toBe("");
});
