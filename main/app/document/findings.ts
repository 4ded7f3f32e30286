import type { Finding } from "../../core/finding.ts";
import { providerFindings } from "../../core/lint/provider-findings.ts";
import { profileFindings } from "../../core/lint/sign-in-findings.ts";
import { isAnsweredByEntra } from "../../core/oidc/entra-settings.ts";
import type { Result } from "../../core/problem.ts";
import { type ProfileDocument, testSettings } from "../../core/profile/index.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import { checkSettings } from "../runs/check-settings.ts";

/**
 * What there is to say about the settings of a profile before anything is tested: the one answer for the screen, the
 * roll-out and the report.
 *
 * @returns null where nobody looked, because the profile holds no settings for a sign-in; empty where nothing was found
 */
export function documentFindings(document: ProfileDocument): readonly Finding[] | null {
  const login = orNull(testSettings(document, "login"));
  const check = orNull(checkSettings(document, null));
  if (login === null && check === null) return null;
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
