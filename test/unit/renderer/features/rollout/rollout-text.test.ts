import { expect, it } from "vitest";
import type { RolloutView } from "../../../../../preload/contract.ts";
import {
  decisionLine,
  decisionSentence,
  isSaid,
} from "../../../../../renderer/features/rollout/rollout-text.ts";

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
  ["go", [["fine", "The login works."]], "Ready: this profile can be rolled out."],
  [
    "no-go",
    [
      ["against", "The profile has 1 error."],
      ["open", "No policies are loaded."],
    ],
    "Not ready: 1 error.",
  ],
  [
    "no-go",
    [
      ["against", "The profile has 1 error."],
      ["against", "The login does not work."],
    ],
    "Not ready: 2 things speak against it.",
  ],
  ["not-yet", [["open", "No policies are loaded."]], "Not ready yet: 1 thing is open."],
])("%s with %j says what made it: %s", (decision, reasons, sentence) => {
  const all = reasons.map(([weight, text]) => ({ ...reason(weight), text }));
  expect(decisionSentence({ decision, reasons: all, runId: null })).toBe(sentence);
});

it.each([
  ["The profile has 1 error.", "Not ready: 1 error."],
  ["The login does not work.", "Not ready. The login does not work."],
])("what speaks against it alone is said in the sentence, and in no row of its own: %s", (text, sentence) => {
  const [against, open] = [
    { ...reason("against"), text },
    { ...reason("open"), text: "No policies are loaded." },
  ];
  const rollout = { decision: "no-go" as const, reasons: [against, open], runId: null };
  expect(decisionSentence(rollout)).toBe(sentence);
  expect(rollout.reasons.map((one) => isSaid(rollout, one))).toEqual([true, false]);
});
