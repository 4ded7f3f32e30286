import { WINDOWS_AZURE_AD } from "../../microsoft-apps.ts";
import type { ApplicationConditions } from "../policy.ts";
import { baselineAudience, type Resource } from "../sign-in/resources.ts";
import type { BaselineScopes } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { appWithId, judgeApp, labelOf, type TargetAnswer, targetText } from "./target.ts";

/**
 * The baseline-scope rule: a policy against a sign-in that asks only for baseline scopes.
 *
 * Enforced (from 15 June 2026): the sign-in counts as access to Windows Azure Active Directory. With a placeholder
 * app: as access to that app. Legacy: any resource exclusion on an "All resources" policy lets it through, and a policy that lists
 * Windows Azure Active Directory itself reaches those that read the directory.
 *
 * Source: https://learn.microsoft.com/entra/identity/conditional-access/concept-enforcement-resource-exclusions
 */
export function judgeBaseline(
  { readsDirectory }: Extract<Resource, { kind: "baseline" }>,
  applications: ApplicationConditions,
  facts: SignInContext,
  setting: BaselineScopes,
): TargetAnswer {
  const audience = baselineAudience(setting);
  if (audience === null)
    return readsDirectory && !applications.include.everything
      ? (reachesDirectory(applications) ?? judgeLegacy(applications))
      : judgeLegacy(applications);
  const app = appWithId(audience, facts);
  const answer = judgeApp(app, applications, facts);
  const counted = `The sign-in asks only for basic scopes. Entra counts them as ${labelOf(app)}`;
  const text = (): string =>
    answer.outcome === "yes"
      ? `${counted}, and this policy covers ${targetText(applications)}.`
      : `${counted}. ${answer.text()}`;
  // That a listed placeholder is reached, and that a listed Windows Azure AD is not, is concluded and not written down.
  const concluded = audience !== WINDOWS_AZURE_AD && !applications.include.everything;
  return {
    ...answer,
    text,
    certainty: concluded ? "inferred" : answer.certainty,
  };
}

/**
 * A policy that lists Windows Azure Active Directory, before enforcement, against scopes that read the directory; null where it does
 * not list it. Microsoft documents it for policies without an exclusion only ("Protect directory information").
 */
function reachesDirectory({ include, exclude }: ApplicationConditions): TargetAnswer | null {
  if (!include.ids.keys.has(WINDOWS_AZURE_AD) || exclude.ids.keys.has(WINDOWS_AZURE_AD)) return null;
  const excludes = exclude.ids.keys.size > 0 || exclude.office365 || exclude.adminPortals;
  const asked = "The sign-in asks for basic scopes that read the directory.";
  const missing = "what an exclusion does beside Windows Azure Active Directory before enforcement";
  return {
    outcome: excludes ? "depends" : "yes",
    text: () =>
      excludes
        ? `${asked} The policy lists Windows Azure Active Directory and excludes something. Not given: ${missing}.`
        : `${asked} The policy lists Windows Azure Active Directory, which they reach before enforcement too.`,
    missing: excludes ? [missing] : [],
    certainty: excludes ? "inferred" : "documented",
  };
}

function judgeLegacy(applications: ApplicationConditions): TargetAnswer {
  const { include, exclude, filter } = applications;
  const asked = "The sign-in asks only for basic scopes.";
  if (!include.everything) {
    const unsure = filter?.mode === null;
    return {
      outcome: unsure ? "depends" : "no",
      text: () => `${asked} Before enforcement only policies for all resources reach it.`,
      missing: unsure ? ["mode of the application filter"] : [],
      certainty: "inferred",
    };
  }
  if (exclude.ids.keys.size > 0 || exclude.office365 || exclude.adminPortals) {
    return {
      outcome: "no",
      text: () => `${asked} Before enforcement an excluded resource lets such sign-ins through.`,
      missing: [],
      certainty: "documented",
    };
  }
  if (filter === null || filter.mode === "include") {
    return {
      outcome: "yes",
      text: () => `${asked} The policy targets all resources and excludes none.`,
      missing: [],
      certainty: "documented",
    };
  }
  if (filter.mode === null || !filter.rule.tree.ok) {
    const missing =
      filter.mode === null ? "mode of the application filter" : "application filter that cannot be read";
    return {
      outcome: "depends",
      text: () => `${asked} Not given: ${missing}.`,
      missing: [missing],
      certainty: "inferred",
    };
  }
  return {
    outcome: "no",
    text: () => `${asked} Before enforcement an exclusion by attribute lets such sign-ins through.`,
    missing: [],
    certainty: "inferred",
  };
}
