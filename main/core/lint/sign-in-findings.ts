import type { Finding } from "../finding.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import { domainsDisagree, scopesDiffer } from "./rules/domains-disagree.ts";

/** The settings that the two sign-ins were formed from; `loginCheck` is the login window's own password check. */
export type SignInSettings = {
  readonly login: TestSettings | null;
  readonly check: TestSettings | null;
  readonly loginCheck: TestSettings | null;
};

/** What the profile leaves open about the two sign-ins, before any policy is looked at. */
export function profileFindings(settings: SignInSettings): readonly Finding[] {
  return [...[settings.login, settings.check].flatMap(onV1), ...differentChecks(settings)];
}

/** What is said about a sign-in at Entra's v1 endpoint. There `resource` names the target; Jamf Connect's own value for it is not documented. */
export function onV1(settings: TestSettings | null): readonly Finding[] {
  const address = settings?.discoveryUrl ?? null;
  if (settings === null || address === null) return [];
  const { value, keyPath, domain } = address;
  if (
    !/^https:\/\/login\.(microsoftonline|partner\.microsoftonline)\./iu.test(value) ||
    /\/v2\.0\//iu.test(value)
  )
    return [];
  return [
    {
      rule: "v1-endpoint",
      severity: "info",
      certainty: "inferred",
      title: "The profile uses the v1 endpoint, which does not go by scopes.",
      detail: `${value} is a v1 document: there the parameter resource names the target. The prediction takes the scopes as the target all the same.`,
      where: { domain, ...(keyPath === null ? {} : { keyPath }) },
      source:
        "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
    },
  ];
}

/** The login window has a password check of its own, with its own scopes. */
function differentChecks({ check, loginCheck }: SignInSettings): readonly Finding[] {
  if (check === null || loginCheck === null || check.from === loginCheck.from) return [];
  const hit = scopesDiffer(loginCheck, check);
  if (hit === null) return [];
  const { id, severity, certainty, source } = domainsDisagree;
  const detail = `${hit.detail} The prediction is about the check of the menu bar / Self Service+, which runs all day.`;
  return [{ rule: id, severity, certainty, source, ...hit, detail }];
}
