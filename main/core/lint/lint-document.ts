import type { Finding } from "../finding.ts";
import { maskedText, type ProfileDocument } from "../profile/index.ts";
import type { LintContext } from "./context.ts";
import type { Hit, LintRule } from "./rule.ts";
import { lintRules } from "./rules.ts";
import { lintSubject } from "./subject.ts";

/**
 * What the rules find in a document, the gravest first.
 *
 * @param rules all of them if left out; tests bring one
 */
export function lintDocument(
  document: ProfileDocument,
  context: LintContext,
  rules: readonly LintRule[] = lintRules,
): readonly Finding[] {
  const subject = lintSubject(document);
  return worstFirst(rules.flatMap((rule) => findingsOf(rule, rule.check(subject, context))));
}

/** Most findings of one rule about one document. A file may deserve one at every key, and nobody reads a thousand. */
const mostOfOneRule = 100;

function findingsOf(rule: LintRule, hits: Iterable<Hit>): readonly Finding[] {
  const findings: Finding[] = [];
  for (const hit of hits) {
    if (findings.length === mostOfOneRule) {
      findings.push(findingOf(rule, andMore(rule)));
      break;
    }
    findings.push(findingOf(rule, hit));
  }
  return findings;
}

function findingOf({ id, severity, certainty, source }: LintRule, hit: Hit): Finding {
  return { rule: id, severity, certainty, source, ...withoutSecrets(hit) };
}

/** Rules quote values, and lint is where all of them are put together: an address with a password in it may stand under any key. */
function withoutSecrets(hit: Hit): Hit {
  const { title, detail, fix } = hit;
  const said = { ...hit, title: maskedText(title), detail: maskedText(detail) };
  if (fix === undefined) return said;
  const label = maskedText(fix.label);
  return {
    ...said,
    fix: "patch" in fix ? { ...fix, label } : { ...fix, label, steps: fix.steps.map(maskedText) },
  };
}

function andMore({ id }: LintRule): Hit {
  return {
    title: `There is more of ${id} than is listed.`,
    detail: `The first ${mostOfOneRule} places are listed.`,
    where: {},
  };
}

/** Findings by severity, in their order otherwise. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  const order = { error: 0, warning: 1, info: 2 };
  return findings.toSorted((a, b) => order[a.severity] - order[b.severity]);
}
