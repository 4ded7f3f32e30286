import type { Finding } from "../../core/finding.ts";
import { documentAlone, type LintContext } from "../../core/lint/context.ts";
import { identityRules } from "../../core/lint/groups/identity.ts";
import { lintDocument, worstFirst } from "../../core/lint/lint-document.ts";
import { lintRules } from "../../core/lint/rules.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";

/**
 * What there is to say about a profile before anything is tested, the gravest first: the one answer for the screen, the command
 * line, the roll-out, the export and the report.
 *
 * @param context what is known beside the document; nothing if left out
 * @returns null where nobody looked, because the profile holds no settings for a sign-in; empty where nothing was found
 */
export function documentFindings(
  document: ProfileDocument,
  context: LintContext = documentAlone,
): readonly Finding[] | null {
  const found = [...lintDocument(document, context), ...ofPolicies(context)];
  return found.length === 0 && !hasSignIn(document) ? null : worstFirst(found);
}

/** What the policies come to, as far as no rule of its own says it. */
function ofPolicies({ answer }: LintContext): readonly Finding[] {
  if (answer === null) return [];
  const ids = new Set(lintRules.map(({ id }) => id));
  return answer.findings.filter(({ rule }) => !ids.has(rule));
}

function hasSignIn(document: ProfileDocument): boolean {
  return testSettings(document, "login").ok || testSettings(document, "menu-bar").ok;
}

/** What the profile leaves open about its sign-ins: shown beside what policies predict for them. */
export function signInFindings(document: ProfileDocument): readonly Finding[] {
  return lintDocument(document, documentAlone, identityRules);
}
