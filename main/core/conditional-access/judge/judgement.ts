import type { Certainty } from "../../finding.ts";
import type { Tri } from "../tri.ts";

/** Which condition a statement is about, in the names of Graph's What-If analysis (`whatIfAnalysisReasons`). */
export type ConditionName =
  | "users"
  | "application"
  | "userActions"
  | "authenticationContext"
  | "workloadIdentities"
  | "clientApps"
  | "devicePlatform"
  | "location"
  | "devices"
  | "signInRisk"
  | "userRisk"
  | "insiderRisk"
  | "authenticationFlow"
  | "policyNotEnabled"
  | "notEnoughInformation"
  | "invalidCondition";

/** What one condition of a policy says about one sign-in. */
export type Judgement = {
  readonly condition: ConditionName;
  readonly outcome: Tri;
  /** One or two short sentences: what the policy asks and what the sign-in has. Built when somebody reads it. */
  readonly text: () => string;
  /** In the words of the screen, for example `location`; empty unless the outcome is `depends`. */
  readonly dependsOn: readonly string[];
  readonly certainty: Certainty;
};

const NOTHING: readonly string[] = [];

export function judgement(
  condition: ConditionName,
  outcome: Tri,
  text: () => string,
  dependsOn: readonly string[] = NOTHING,
  certainty: Certainty = "documented",
): Judgement {
  return { condition, outcome, text, dependsOn: outcome === "depends" ? dependsOn : NOTHING, certainty };
}

/** The statement that members may change everything and that nobody here knows what they say, or the export lost them. */
export function notKnown(members: readonly string[]): Judgement {
  const text = (): string => `What the policy says in ${members.join(", ")} is not known.`;
  return judgement("notEnoughInformation", "depends", text, members, "inferred");
}
