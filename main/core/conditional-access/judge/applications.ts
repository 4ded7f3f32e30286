import type { ApplicationConditions } from "../policy.ts";
import type { RequestedResources, Resource } from "../sign-in/resources.ts";
import type { BaselineScopes } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { type Tri, whicheverHolds } from "../tri.ts";
import { judgeBaseline } from "./baseline.ts";
import { type Judgement, judgement, notKnown } from "./judgement.ts";
import { judgeApp, type TargetAnswer } from "./target.ts";

/** The target resources of a policy against the resources of a sign-in, the baseline-scope rule included. */
export function judgeApplications(
  applications: ApplicationConditions | null,
  requested: RequestedResources,
  facts: SignInContext,
  setting: BaselineScopes,
): Judgement {
  if (applications === null)
    return judgement("application", "no", () => "The policy targets no resource.", undefined, "inferred");
  const { include, unknown } = applications;
  if (unknown.length > 0) return notKnown(unknown);
  const targetsApps =
    include.everything || include.office365 || include.adminPortals || include.ids.keys.size > 0;
  if (!targetsApps && applications.filter?.mode !== "include" && applications.filter?.mode !== null) {
    if (applications.userActions.length > 0) {
      return judgement(
        "userActions",
        "no",
        () => "The policy targets a user action, not a sign-in to a resource.",
      );
    }
    if (applications.authenticationContexts.length > 0) {
      return judgement(
        "authenticationContext",
        "no",
        () => "The policy targets an authentication context, which neither sign-in asks for.",
      );
    }
    return judgement("application", "no", () => "The policy targets no resource.");
  }
  const possibilities = requested.map((resources) => anyOf(resources, applications, facts, setting));
  const outcome = whicheverHolds(possibilities.map((each) => each.outcome));
  const decisive = possibilities.find((each) => each.outcome === outcome) ?? possibilities[0];
  if (decisive === undefined) return judgement("application", "no", () => "The sign-in reaches no resource.");
  if (decisive.outcome === outcome) {
    return judgement("application", outcome, decisive.text, decisive.missing, decisive.certainty);
  }
  return judgement(
    "application",
    outcome,
    () => "Whether .default asks for more than baseline scopes decides.",
    ["meaning of .default"],
    "inferred",
  );
}

/** A policy applies when any of the resources that the sign-in asks for is its target. */
function anyOf(
  resources: readonly Resource[],
  applications: ApplicationConditions,
  facts: SignInContext,
  setting: BaselineScopes,
): TargetAnswer {
  let result: TargetAnswer | null = null;
  for (const resource of resources) {
    const found =
      resource.kind === "baseline"
        ? judgeBaseline(applications, facts, setting)
        : judgeApp(resource, applications, facts);
    if (result === null || rank(found.outcome) > rank(result.outcome)) result = found;
  }
  return (
    result ?? {
      outcome: "no",
      text: () => "The sign-in reaches no resource.",
      missing: [],
      certainty: "documented",
    }
  );
}

function rank(outcome: Tri): number {
  return outcome === "yes" ? 2 : outcome === "depends" ? 1 : 0;
}
