import type { Ids } from "../policy.ts";
import { type ConditionName, type Judgement, judgement } from "./judgement.ts";

/** The conditions about risk, with their names on the screen. */
const NAMES = {
  signInRisk: "sign-in risk",
  userRisk: "user risk",
  insiderRisk: "insider risk",
} as const satisfies Partial<Record<ConditionName, string>>;

/** One kind of risk; a level that is not given makes the condition `depends`, and null says "not configured". */
export function judgeRisk(
  condition: keyof typeof NAMES,
  levels: Ids,
  given: string | undefined,
): Judgement | null {
  if (levels.keys.size === 0) return null;
  const name = NAMES[condition];
  const outcome = given === undefined ? "depends" : levels.keys.has(given) ? "yes" : "no";
  const text = (): string => {
    const asked = `The policy is for ${name} ${levels.written.join(", ")}`;
    return given === undefined ? `${asked}; not given.` : `${asked}; it is ${given}.`;
  };
  return judgement(condition, outcome, text, [name]);
}
