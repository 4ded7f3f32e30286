import type { Certainty, Finding } from "../finding.ts";
import { exampleText } from "./example-text.ts";
import type { LintRule, RuleGroup } from "./rule.ts";
import { lintRules } from "./rules.ts";

/** A rule as people read about it, in the documentation and in the app. */
export type DocumentedRule = {
  readonly id: string;
  readonly group: RuleGroup;
  readonly name: string;
  readonly severity: Finding["severity"];
  readonly certainty: Certainty;
  readonly why: string;
  readonly source: string;
  /** A profile that it finds something in, and the same put right, as text. */
  readonly fires: string;
  readonly silent: string;
};

/** Every rule as people read about it. */
export function documentedRules(): readonly DocumentedRule[] {
  return lintRules.map(documented);
}

/** The same about one rule; null for what is found by something else, or by nothing. */
export function documentedRule(id: string): DocumentedRule | null {
  const rule = lintRules.find((each) => each.id === id);
  return rule === undefined ? null : documented(rule);
}

function documented(rule: LintRule): DocumentedRule {
  const { id, group, name, severity, certainty, why, source, fires, silent } = rule;
  const examples = { fires: exampleText(fires), silent: exampleText(silent) };
  return { id, group, name, severity, certainty, why, source, ...examples };
}
