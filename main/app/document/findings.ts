import type { Finding } from "../../core/finding.ts";
import { documentAlone, type LintContext } from "../../core/lint/context.ts";
import { lintDocument, worstFirst } from "../../core/lint/lint-document.ts";
import { providerFindings } from "../../core/lint/provider-findings.ts";
import { lintRules } from "../../core/lint/rules.ts";
import { profileFindings } from "../../core/lint/sign-in-findings.ts";
import { isAnsweredByEntra } from "../../core/oidc/entra-settings.ts";
import type { Result } from "../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import { checkSettings } from "../runs/check-settings.ts";

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
  const found = [...signInFindings(document), ...lintDocument(document, context), ...ofPolicies(context)];
  return found.length === 0 && !hasSignIn(document) ? null : worstFirst(found);
}

/** What the policies come to, as far as no rule of its own says it. */
function ofPolicies({ answer }: LintContext): readonly Finding[] {
  if (answer === null) return [];
  const ids = new Set(lintRules.map(({ id }) => id));
  return answer.findings.filter(({ rule }) => !ids.has(rule));
}

function hasSignIn(document: ProfileDocument): boolean {
  return testSettings(document, "login").ok || checkSettings(document, null).ok;
}

function signInFindings(document: ProfileDocument): readonly Finding[] {
  const login = orNull(testSettings(document, "login"));
  const check = orNull(checkSettings(document, null));
  if (login === null && check === null) return [];
  return [
    ...(login === null ? [] : providerFindings("oidc", login)),
    ...profileFindings({
      login: answeredByEntra(login),
      check: answeredByEntra(check?.settings ?? null),
      loginCheck: answeredByEntra(orNull(testSettings(document, "login", "password-check"))),
    }),
    ...(check?.findings ?? []),
  ];
}

function orNull<T>(result: Result<T>): T | null {
  return result.ok ? result.value : null;
}

function answeredByEntra(settings: TestSettings | null): TestSettings | null {
  return settings !== null && isAnsweredByEntra(settings) ? settings : null;
}
