import {
  type BaselineScopes,
  type ConditionalAccessAnswer,
  type ConditionalAccessPolicy,
  explainConditionalAccess,
  type SignInContext,
} from "../../../../main/core/conditional-access/index.ts";
import { check, type Json, login, NOBODY_SPECIAL, PLAIN, policy } from "./support.ts";

export type Options = {
  readonly login?: readonly string[] | null;
  readonly check?: readonly string[] | null;
  readonly facts?: SignInContext;
  readonly setting?: BaselineScopes;
};

export function explain(
  policies: readonly ConditionalAccessPolicy[],
  options: Options = {},
): ConditionalAccessAnswer {
  return explainConditionalAccess({
    policies,
    login: options.login === null ? null : login(options.login ?? PLAIN),
    check: options.check === null ? null : check(options.check ?? PLAIN),
    facts: options.facts ?? NOBODY_SPECIAL,
    baselineScopes: options.setting ?? "enforced",
    macs: null,
    checkMinutes: 15,
    inputFindings: [],
  });
}

export function rules(answer: ConditionalAccessAnswer): readonly string[] {
  return answer.findings.map((finding) => `${finding.severity} ${finding.rule}`);
}

export const controls = (...builtInControls: readonly string[]): Json => ({
  grantControls: { operator: "AND", builtInControls },
});
export const excluding = (...ids: readonly string[]) =>
  policy({ applications: { includeApplications: ["All"], excludeApplications: ids } });
