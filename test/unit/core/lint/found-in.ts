import type { Finding } from "../../../../main/core/finding.ts";
import type { LintContext } from "../../../../main/core/lint/context.ts";
import { documentAlone } from "../../../../main/core/lint/context.ts";
import { exampleDocument } from "../../../../main/core/lint/example-document.ts";
import { lintDocument } from "../../../../main/core/lint/lint-document.ts";
import type { ExampleSettings, LintRule, RuleExample } from "../../../../main/core/lint/rule.ts";
import type { ProfileDocument } from "../../../../main/core/profile/index.ts";

/** What one rule finds in the settings of a profile that is otherwise in order. */
export function foundIn(
  rule: LintRule,
  example: RuleExample,
  context: Partial<LintContext> = {},
): readonly Finding[] {
  return lintDocument(documentOf(example), { ...documentAlone, ...context }, [rule]);
}

/** The same for the settings of the login window. */
export function foundInLogin(rule: LintRule, login: ExampleSettings): readonly Finding[] {
  return foundIn(rule, { settings: { "com.jamf.connect.login": login } });
}

/** The same for those of the menu bar / Self Service+. */
export function foundInMenuBar(
  rule: LintRule,
  menuBar: ExampleSettings,
  context: Partial<LintContext> = {},
): readonly Finding[] {
  return foundIn(rule, { settings: { "com.jamf.connect": menuBar } }, context);
}

export function documentOf(example: RuleExample): ProfileDocument {
  const document = exampleDocument(example);
  if (!document.ok) throw new Error(document.problem.detail);
  return document.value;
}
