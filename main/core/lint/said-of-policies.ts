import type { LintContext } from "./context.ts";
import type { Hit } from "./rule.ts";

/** What the evaluation of the policies found under the name of a rule; nothing without policies. */
export function* saidOfPolicies(id: string, { answer }: LintContext): Iterable<Hit> {
  for (const { rule, ...hit } of answer?.findings ?? []) if (rule === id) yield hit;
}
