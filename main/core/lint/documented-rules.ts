import type { Certainty, Finding } from "../finding.ts";
import { exampleText } from "./example-text.ts";
import type { RuleGroup } from "./rule.ts";
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
  return lintRules.map(({ id, group, name, severity, certainty, why, source, fires, silent }) => ({
    id,
    group,
    name,
    severity,
    certainty,
    why,
    source,
    fires: exampleText(fires),
    silent: exampleText(silent),
  }));
}
