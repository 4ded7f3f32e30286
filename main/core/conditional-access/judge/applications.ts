import type { ApplicationConditions } from "../policy.ts";
import type { RequestedResources, Resource } from "../sign-in/resources.ts";
import type { BaselineScopes } from "../sign-in/sign-in.ts";
import type { SignInContext } from "../sign-in/sign-in-context.ts";
import { type Tri, whicheverHolds } from "../tri.ts";
import { judgeBaseline } from "./baseline.ts";
import { type Judgement, judgement, notKnown } from "./judgement.ts";
import { judgeApp, type TargetAnswer } from "./target.ts";
import { canAdd } from "./unknown-members.ts";

/** The target resources of a policy against the resources of a sign-in, the baseline-scope rule included. */
export function judgeApplications(
  applications: ApplicationConditions | null,
  requested: RequestedResources,
  facts: SignInContext,
  setting: BaselineScopes,
): Judgement {
  if (applications === null)
    return judgement("application", "no", () => "The policy targets no resource.", undefined, "inferred");
  const found = judgeKnown(applications, requested, facts, setting);
  const { unknown } = applications;
  if (unknown.length === 0) return found;
  // What is not known matters only where nothing else says no.
  if (found.outcome === "no" && !canAdd(unknown)) return found;
  // What is excluded stays excluded, whatever is included beside it.
  const everything = { ...applications.include, everything: true };
  const atMost = judgeKnown({ ...applications, include: everything }, requested, facts, setting);
  return atMost.outcome === "no" ? atMost : notKnown([...unknown, ...found.dependsOn]);
}

function judgeKnown(
  applications: ApplicationConditions,
  requested: RequestedResources,
  facts: SignInContext,
  setting: BaselineScopes,
): Judgement {
  const { include } = applications;
  const targetsApps =
    include.everything || include.office365 || include.adminPortals || include.ids.keys.size > 0;
  if (!targetsApps && applications.filter?.mode !== "include" && applications.filter?.mode !== null) {
    return withoutApps(applications);
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
    () => "It depends on whether .default asks for more than basic scopes.",
    ["meaning of .default"],
    "inferred",
  );
}

/** A policy for something else than apps. */
function withoutApps({ userActions, authenticationContexts }: ApplicationConditions): Judgement {
  if (userActions.length > 0) {
    const action = (): string => "The policy targets a user action, not a sign-in to a resource.";
    return judgement("userActions", "no", action);
  }
  if (authenticationContexts.length > 0) {
    const context = (): string =>
      "The policy targets an authentication context, which neither sign-in asks for.";
    return judgement("authenticationContext", "no", context);
  }
  return judgement("application", "no", () => "The policy targets no resource.");
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
        ? judgeBaseline(resource, applications, facts, setting)
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
