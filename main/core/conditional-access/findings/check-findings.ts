import type { Finding } from "../../finding.ts";
import { costAfter } from "../answer/cost.ts";
import type { SignInEvaluation } from "../evaluate-sign-in.ts";
import { codeOfCheck } from "../verdict/check-answer.ts";
import { contribution } from "../verdict/contribution.ts";
import { failsByPolicy } from "../verdict/verdict.ts";
import type { FindingSource } from "./source.ts";

const ROPC_SOURCE = "https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc";

/** What policies do to the password check of the menu bar / Self Service+. */
export function checkFindings(source: FindingSource): readonly Finding[] {
  const check = source.check?.now;
  if (check === undefined || check.refusal !== null) return [];
  const findings: Finding[] = [];
  if (check.verdict.blocked === "yes") findings.push(checkBlocked(check, source));
  else if (check.verdict.mfa === "yes") findings.push(checkMfa(check, source));
  else if (check.verdict.mfa === "depends") findings.push(...mayAskForMfa(check));
  for (const each of check.policies) {
    if (contribution(each, "blocked") !== "depends") continue;
    if (each.policy.session.some((control) => control.kind === "secureSignInSession")) {
      findings.push(tokenProtection(each.policy.displayName, each.policy.id));
    }
  }
  if (failsByPolicy(check.verdict) === "no") findings.push(cleanCheck());
  return findings;
}

function policyNames(check: SignInEvaluation, question: "mfa" | "blocked"): string {
  const names = check.policies
    .filter((each) => contribution(each, question) === "yes")
    .map((each) => each.policy.displayName);
  return names.length === 0 ? "A setting outside Conditional Access" : names.join(", ");
}

function costOf({ cost }: FindingSource): string {
  return cost === null || cost === undefined ? "" : costAfter(cost);
}

function checkMfa(check: SignInEvaluation, source: FindingSource): Finding {
  // A policy that may block it answers with an error of its own.
  const where = check.verdict.blocked === "depends" ? ", where no policy blocks the check" : "";
  return {
    rule: "check-will-be-50076",
    severity: "warning",
    certainty: "documented",
    title: "The password check is asked for MFA, which it cannot do.",
    detail:
      `${policyNames(check, "mfa")} applies to it. Entra verifies the password, then answers AADSTS50076${where}. Jamf Connect takes that as a correct password. ${costOf(source)}`.trim(),
    where: { step: "password-check" },
    fix: {
      label: "Give the check its own app",
      steps: [
        "Register an API app for the check: one scope, for example jamfconnect, and no permissions.",
        "Exclude that API app from every policy that demands MFA for all resources.",
        "Set ROPGScopes to api://THE-API-APP/jamfconnect+openid+profile+email.",
        "Let the login ask for a second API app that is not excluded, so that MFA stays at the login window (the recipe two-apis).",
      ],
      link: "https://learn.jamf.com",
    },
    source: ROPC_SOURCE,
  };
}

/** Not given is not guessed: what would decide is said, and for whom the policy is. Nothing where only the export left it open. */
function mayAskForMfa(check: SignInEvaluation): readonly Finding[] {
  const open = check.policies.filter((each) => contribution(each, "mfa") === "depends");
  const facts = new Set(open.flatMap(({ dependsOn, effect }) => [...dependsOn, ...effect.dependsOn]));
  if (facts.size === 0) return [];
  const names = open.map(({ policy }) => policy.displayName).join(", ");
  return [
    {
      rule: "check-will-be-50076",
      severity: "info",
      certainty: "documented",
      title: `The password check may be asked for MFA: that depends on ${[...facts].join(", ")}.`,
      detail: `${names}: where it applies, Entra verifies the password and then answers AADSTS50076. Jamf Connect takes that as a correct password.`,
      where: { step: "password-check" },
      fix: {
        label: "Say who signs in",
        steps: [
          "Write the person, the groups and the place into a context file.",
          "Run: latchkey conditional-access POLICIES --profile PROFILE --context CONTEXT.json.",
        ],
      },
      source: ROPC_SOURCE,
    },
  ];
}

function checkBlocked(check: SignInEvaluation, source: FindingSource): Finding {
  const code = codeOfCheck(check.verdict, check.policies);
  const answer = code === null ? "an error" : `AADSTS${code}${familyOf(code)}`;
  const listed = code === null ? "the error code" : `${code}`;
  return {
    rule: "check-blocked",
    severity: "warning",
    certainty: "inferred",
    title: "The password check is refused by policy.",
    detail:
      `${policyNames(check, "blocked")} applies to it. Entra verifies the password first and then answers with ${answer}. Whether Jamf Connect takes that as a correct password is not documented. ${costOf(source)}`.trim(),
    where: { step: "password-check" },
    fix: {
      label: "Take the check out of this policy",
      steps: [
        "Let the check ask for an API app of its own and exclude that app from the policy.",
        `Or list ${listed} in ROPGSuccessCodes and IdPSettings.SuccessCodes after a test with a correct and a wrong password.`,
      ],
    },
    source: ROPC_SOURCE,
  };
}

/** 50158 is often taken for a block: it asks for a step at another place, and the 530xx refuse. */
function familyOf(code: number): string {
  return code === 50158 ? ", which asks for a step elsewhere and is none of the 530xx family" : "";
}

function tokenProtection(name: string, policyId: string): Finding {
  return {
    rule: "check-token-protection",
    severity: "info",
    certainty: "inferred",
    title: `${name} asks for token protection.`,
    detail:
      "The password check cannot bind a token to the Mac. What Entra answers is not documented: test it with one account.",
    where: { policyId, step: "password-check" },
  };
}

function cleanCheck(): Finding {
  return {
    rule: "clean-check-alarm",
    severity: "info",
    certainty: "documented",
    title: "The password check succeeds with one factor, which some monitoring reports.",
    detail:
      "Prebuilt detection rules raise an alarm on a single-factor success of the ROPC grant. Tell the people who watch the sign-in log which app and which addresses to expect.",
    where: { step: "password-check" },
    source: ROPC_SOURCE,
  };
}
