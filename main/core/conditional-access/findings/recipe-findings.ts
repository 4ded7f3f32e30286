import type { Finding } from "../../finding.ts";
import { findRecipe } from "../../recipes/catalogue.ts";
import { BASELINE_SCOPES_SOURCE } from "../sign-in/well-known.ts";
import type { FindingSource } from "./source.ts";

/** What the recipe of a profile means, and what it leaves open. */
export function recipeFindings(source: FindingSource): readonly Finding[] {
  const findings = [...recipeCautions(source.recipe)];
  if (source.recipe === "custom-scope-2023") findings.push(outdated(source.baselineScopes === "enforced"));
  const login = source.login?.now;
  if (login?.verdict.mfa === "no" && login.refusal === null) findings.push(loginWithoutMfa(source));
  return findings;
}

/** The recipe of 2023 rests on an exemption that Microsoft closed. */
function outdated(isEnforced: boolean): Finding {
  return {
    rule: "recipe-outdated",
    severity: isEnforced ? "warning" : "info",
    certainty: "documented",
    title: "The recipe of 2023 no longer keeps MFA away from the password check.",
    detail: `The check asks for basic scopes only. ${
      isEnforced
        ? "Since 15 June 2026 these count as access to Windows Azure Active Directory, and the excluded app no longer lets the check through: it ends with AADSTS50076 again."
        : "With the setting that was given they are still exempt; where the tenant enforces them, which is the default since 15 June 2026, the check ends with AADSTS50076."
    }`,
    where: { step: "password-check" },
    fix: moveToTwoApis,
    source: BASELINE_SCOPES_SOURCE,
  };
}

/** How to leave a recipe that no longer works; the login's API app can stay. */
export const moveToTwoApis = {
  label: "Move to two API apps",
  steps: [
    "Register a second API app for the check: one scope, for example jamfconnect, and no permissions.",
    "Exclude that app from every policy that demands MFA for all resources.",
    "Set ROPGScopes, in both domains, to api://THE-NEW-API/jamfconnect+openid+profile+email.",
  ],
} as const;

/** What a recipe hands to whoever has a password; nothing for most. */
export function recipeCautions(recipe: string | null): readonly Finding[] {
  const found = findRecipe(recipe);
  if (found === null || found.caution === null) return [];
  if (found.name !== "placeholder") {
    return [
      {
        rule: "single-factor-api-token",
        severity: "warning",
        certainty: "documented",
        title: "The excluded API app hands out tokens for a password alone.",
        detail: found.caution,
        where: { step: "password-check" },
        fix: {
          label: "Let the app grant nothing",
          steps: [
            "Give the app one scope and no permissions of its own, and put no service behind it.",
            "Watch the sign-in log for tokens to this app that no Mac of yours asked for.",
          ],
        },
      },
    ];
  }
  return [
    {
      rule: "placeholder-exempts-all",
      severity: "warning",
      certainty: "documented",
      title: "Every app that asks only for basic scopes is exempt too.",
      detail:
        "The excluded placeholder app stands for all sign-ins with basic scopes, not only for Jamf Connect's. With a password alone anybody gets such a token.",
      where: {},
      fix: {
        label: "Move to two-apis",
        steps: [
          "Give the check an API app of its own and exclude that app.",
          "Set the basic scopes back to enforcement.",
        ],
      },
    },
  ];
}

function loginWithoutMfa(source: FindingSource): Finding {
  const login = source.login?.now;
  const check = source.check?.now;
  const sameScopes =
    login !== undefined && check !== undefined && sameList(login.signIn.scopes, check.signIn.scopes);
  const wanted =
    source.recipe === "api-excluded" || source.recipe === "two-apis" || source.recipe === "custom-scope-2023";
  return {
    rule: "login-without-mfa",
    severity: wanted ? "warning" : "info",
    certainty: "documented",
    title: "Nobody is asked for MFA at the login window.",
    detail:
      source.recipe === "api-excluded" && sameScopes
        ? "Login and check ask for the same excluded API app. Jamf's guide sets both. Its note to leave OIDCScopes out where MFA is wanted is easy to miss."
        : "No policy that is in force demands MFA for what the login asks for.",
    where: { step: "login-window" },
    ...(wanted && {
      fix: {
        label: "Ask for MFA at the login window",
        steps: [
          "Let the login ask for a second API app that is not excluded: OIDCScopes api://THE-OTHER-API/jamfconnect+openid+profile+email.",
          "Check again: the policy for all resources then applies to the login and not to the check.",
        ],
      },
    }),
  };
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length && a.every((each) => b.some((other) => other.toLowerCase() === each.toLowerCase()))
  );
}
