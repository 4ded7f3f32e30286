/** Conditional Access, offline: read policies, evaluate them for a sign-in, explain. Everything here is pure. */
export { type EvaluationOptions, evaluateSignIn, type SignInEvaluation } from "./evaluate-sign-in.ts";
export type { ControlDemand, Way } from "./judge/controls.ts";
export type { Effect } from "./judge/effect.ts";
export type { PolicyEvaluation } from "./judge/evaluate-policy.ts";
export type { ConditionName, Judgement } from "./judge/judgement.ts";
export type { ConditionalAccessPolicy, GrantControl, PolicyState, SessionControl } from "./policy.ts";
export { type PolicyFile, readPolicies, readPoliciesFromJson } from "./read/read-policies.ts";
export {
  assumeNothingElse,
  type DeviceFacts,
  type KnownApplication,
  type NamedLocation,
  type Platform,
  type SignInFacts,
  type UserKind,
} from "./sign-in/facts.ts";
export { type RequestedResources, type Resource, requestedResources } from "./sign-in/resources.ts";
export type { BaselineScopes, ClientAppType, SignIn } from "./sign-in/sign-in.ts";
export type { Tri } from "./tri.ts";
export { type Done, type Enforcement, type UnmetPolicy, unmetControls } from "./unmet-controls.ts";
export type { Verdict } from "./verdict.ts";
