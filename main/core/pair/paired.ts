import { recipeCautions } from "../conditional-access/findings/recipe-findings.ts";
import type { Finding } from "../finding.ts";
import { onlyBaselineScopes } from "../oidc/scopes.ts";
import { type BaselineRow, baselineRows } from "./baseline-rows.ts";
import { leadsOutside } from "./outside-step.ts";
import type { PairedQuestion } from "./paired-question.ts";
import { pairedSentence } from "./paired-sentence.ts";
import { recipeFromRuns } from "./recipe-from-runs.ts";

/** What the login and the password check come to together (design section 4, `paired`). */
export type Paired = {
  readonly loginMfa: "yes" | "no" | "not-proven";
  /** True when the check ended with tokens: no error in the answer, no red line in the sign-in log. */
  readonly checkClean: boolean;
  /** The recipe that settings and answers follow; null when they follow none, or more than one. */
  readonly recipe: string | null;
  readonly sentence: string;
  /** What the sentence rests on, the strongest first. */
  readonly evidence: readonly string[];
  readonly findings: readonly Finding[];
  /** What both would meet under each way to treat basic scopes. */
  readonly baselineScopes: readonly BaselineRow[];
};

/** Codes by which Entra demands a second factor of a password check. */
const mfaCodes: ReadonlySet<number> = new Set([50072, 50074, 50076, 50078, 50079, 50158]);

/**
 * Puts two live runs together: does the login demand MFA, and does the check not? What the runs do not show is `not-proven`;
 * that Entra demanded MFA of the check proves nothing about the login, whose device and platform differ.
 */
export function pairRuns(question: PairedQuestion): Paired {
  const { login, check } = question;
  const loginMfa = ({ multi: "yes", single: "no", unknown: "not-proven" } as const)[login.factor];
  const checkClean = check.outcome === "succeeded";
  const baselineRule = baselineRuleExplains(question);
  const recipe = recipeOf(question, loginMfa);
  return {
    loginMfa,
    checkClean,
    recipe,
    sentence: pairedSentence({ login, check, loginMfa, checkClean, baselineRule }),
    evidence: [
      `Login: ${login.sentence} ${login.factorEvidence}`,
      `Password check: ${check.sentence} ${check.factorEvidence}`,
    ],
    findings: [
      ...(baselineRule ? [baselineFinding] : []),
      // Only tokens that came are tokens that are handed out.
      ...(checkClean ? recipeCautions(recipe) : []),
      ...sameClient(question),
    ],
    // What another provider asks for depends on no setting of Entra's.
    baselineScopes: leadsOutside(check) ? [] : baselineRows(question.predicted, recipe),
  };
}

/**
 * The recipe by policies, else by the runs. None where another provider is asked, which no recipe is about; and `none`,
 * "whoever has the password can log in", only where a login shows it.
 */
function recipeOf(question: PairedQuestion, loginMfa: Paired["loginMfa"]): string | null {
  if (leadsOutside(question.check)) return null;
  const followed = question.predicted?.recipe ?? recipeFromRuns(question, loginMfa);
  return followed === "none" && question.login.outcome !== "succeeded" ? null : followed;
}

/**
 * True for the guide of 2023: the login asks for an API of the tenant, the check for baseline scopes only, and MFA was demanded
 * of the check. An exclusion on the policy used to keep such checks out; since 15 June 2026 it does not.
 */
function baselineRuleExplains({ check, checkScopes, loginScopes }: PairedQuestion): boolean {
  const demanded = check.error?.code !== undefined && mfaCodes.has(check.error.code);
  return demanded && onlyBaselineScopes(checkScopes) && !onlyBaselineScopes(loginScopes);
}

const baselineFinding: Finding = {
  rule: "baseline-scopes-enforced",
  severity: "warning",
  certainty: "inferred",
  title: "The guide that this profile follows no longer keeps MFA away from the password check.",
  detail:
    "The check asks for openid, profile and email only. Since 15 June 2026 that counts as access to Windows Azure Active Directory, so a policy on All resources applies although a resource is excluded.",
  where: { step: "answer" },
  fix: {
    label: "Give the check an API of its own",
    steps: [
      "Expose an API of your own that grants nothing.",
      "Exclude this API from the policies on All resources.",
      "Let ROPGScopes of both domains ask for it.",
      "Keep a second API, which is not excluded, for the login.",
    ],
    link: "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
  },
  source:
    "https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps",
};

function sameClient({ login, check }: PairedQuestion): readonly Finding[] {
  if (login.provider === check.provider) return [];
  return [
    {
      rule: "providers-differ",
      severity: "warning",
      certainty: "documented",
      title: "The login and the password check use different providers.",
      detail: `The login uses ${login.provider}, the check ${check.provider}. What one demands says nothing about the other.`,
      where: { step: "settings" },
    },
  ];
}
