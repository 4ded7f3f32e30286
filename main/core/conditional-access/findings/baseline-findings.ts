import type { Finding } from "../../finding.ts";
import { settingName } from "../answer/describe.ts";
import type { Evaluated } from "../answer/input.ts";
import type { SignInEvaluation } from "../evaluate-sign-in.ts";
import { BASELINE_SCOPES_SOURCE } from "../sign-in/well-known.ts";
import type { FindingSource } from "./source.ts";

/** Where the tenant's baseline-scope setting decides the answer. */
export function baselineFindings(source: FindingSource): readonly Finding[] {
  return [source.login, source.check].flatMap((each) => (each === null ? [] : changed(each)));
}

function changed(evaluated: Evaluated): readonly Finding[] {
  const other = evaluated.others.find(
    (each) =>
      each.verdict.mfa !== evaluated.now.verdict.mfa ||
      each.verdict.blocked !== evaluated.now.verdict.blocked,
  );
  if (other === undefined) return [];
  const { signIn } = evaluated.now;
  const name = signIn.id === "login-window" ? "login" : "password check";
  const policies = evaluated.now.policies
    .filter((each, index) => each.applies !== other.policies[index]?.applies)
    .map((each) => each.policy.displayName);
  return [
    {
      rule: "baseline-scopes-decide",
      severity: "info",
      certainty: "documented",
      title: `The tenant's setting for basic scopes decides about the ${name}.`,
      detail: `${inWords(evaluated.now)} ${inWords(other)} Policies that make the difference: ${policies.join(", ")}.`,
      where: { step: signIn.id },
      fix: {
        label: "Find out which setting the tenant has",
        steps: [
          "Open the baseline scopes settings in the Entra admin center (https://aka.ms/BaselineScopesSettingsUX).",
          "Or look at conditionalAccessAudiences of a sign-in that asked only for openid.",
        ],
        link: "https://aka.ms/BaselineScopesSettingsUX",
      },
      source: BASELINE_SCOPES_SOURCE,
    },
  ];
}

function inWords(evaluation: SignInEvaluation): string {
  const setting = settingName(evaluation.baselineScopes);
  const name =
    setting === "enforced" || setting === "legacy" ? `With "${setting}"` : "With the placeholder app";
  return `${name}: MFA ${evaluation.verdict.mfa}, blocked ${evaluation.verdict.blocked}.`;
}
