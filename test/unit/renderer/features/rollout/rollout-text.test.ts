import { expect, it } from "vitest";
import type { RolloutView } from "../../../../../preload/contract.ts";
import { decisionLine, decisionSentence } from "../../../../../renderer/features/rollout/rollout-text.ts";

const reason = (weight: "fine" | "open" | "against") => ({
  ok: weight === "fine",
  weight,
  text: "",
  first: null,
  fix: null,
});

it.each<[RolloutView["decision"], readonly ("fine" | "open" | "against")[], string]>([
  ["go", ["fine", "fine"], "Yes"],
  ["not-yet", ["open", "open", "open", "fine"], "Not yet, 3 questions open"],
  ["no-go", ["against", "open", "open"], "No, 1 reason"],
  ["no-go", ["against", "against"], "No, 2 reasons"],
])("%s with %j is %s", (decision, weights, line) => {
  expect(decisionLine({ decision, reasons: weights.map(reason), runId: null })).toBe(line);
});

it.each<[RolloutView["decision"], readonly (readonly ["fine" | "open" | "against", string])[], string]>([
  ["go", [["fine", "The login works."]], "Go. This profile can be rolled out."],
  [
    "no-go",
    [
      ["against", "The profile has 1 error."],
      ["open", "No policies are loaded."],
    ],
    "No go. The profile has 1 error.",
  ],
  [
    "no-go",
    [
      ["against", "The profile has 1 error."],
      ["against", "The login does not work."],
    ],
    "No go. 2 things speak against it.",
  ],
  ["not-yet", [["open", "No policies are loaded."]], "Not yet. One thing is open."],
])("%s with %j says what made it: %s", (decision, reasons, sentence) => {
  const all = reasons.map(([weight, text]) => ({ ...reason(weight), text }));
  expect(decisionSentence({ decision, reasons: all, runId: null })).toBe(sentence);
});
