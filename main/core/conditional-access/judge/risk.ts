import type { Ids, PolicyConditions } from "../policy.ts";
import type { SignInFacts } from "../sign-in/facts.ts";
import { type ConditionName, type Judgement, judgement } from "./judgement.ts";

/** Sign-in risk, user risk and insider risk; a level that is not given makes the condition `depends`. */
export function judgeRisks(conditions: PolicyConditions, facts: SignInFacts): readonly Judgement[] {
  const judgements: Judgement[] = [];
  push("signInRisk", "sign-in risk", conditions.signInRiskLevels, facts.signInRisk);
  push("userRisk", "user risk", conditions.userRiskLevels, facts.userRisk);
  push("insiderRisk", "insider risk", conditions.insiderRiskLevels, facts.insiderRisk);
  return judgements;

  function push(condition: ConditionName, name: string, levels: Ids, given: string | undefined): void {
    if (levels.keys.size === 0) return;
    const outcome = given === undefined ? "depends" : levels.keys.has(given) ? "yes" : "no";
    const text = (): string => {
      const asked = `The policy is for ${name} ${levels.written.join(", ")}`;
      return given === undefined ? `${asked}; not given.` : `${asked}; it is ${given}.`;
    };
    judgements.push(judgement(condition, outcome, text, [name]));
  }
}
