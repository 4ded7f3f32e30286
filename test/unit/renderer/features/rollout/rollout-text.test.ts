import { expect, it } from "vitest";
import type { RolloutView } from "../../../../../preload/contract.ts";
import { decisionLine } from "../../../../../renderer/features/rollout/rollout-text.ts";

const reason = (weight: "fine" | "open" | "against") => ({
  ok: weight === "fine",
  weight,
  text: "",
  first: null,
  fix: null,
});

it.each<[RolloutView["decision"], readonly ("fine" | "open" | "against")[], string]>([
  ["go", ["fine", "fine"], "go"],
  ["not-yet", ["open", "open", "open", "fine"], "not yet, 3 open"],
  ["no-go", ["against", "open", "open"], "no go, 1 against"],
  ["no-go", ["against", "against"], "no go, 2 against"],
])("%s with %j is %s", (decision, weights, line) => {
  expect(decisionLine({ decision, reasons: weights.map(reason), runId: null })).toBe(line);
});
