/** Conditional Access, offline: read policies, evaluate them for a sign-in, explain. Everything here is pure. */

export type { RecipeName } from "../recipes/recipe-name.ts";
export type {
  ConditionAnswer,
  ConditionalAccessAnswer,
  PolicyAnswer,
  SignInAnswer,
  VerdictAnswer,
} from "./answer/answer.ts";
export { type AnswerFormat, answerDocument } from "./answer/answer-document.ts";
export { asThisPerson, changePolicies, type PolicyChange } from "./answer/changes.ts";
export { type Cost, costOf } from "./answer/cost.ts";
export { explainConditionalAccess } from "./answer/explain.ts";
export type { ExplainInput } from "./answer/input.ts";
export { type Context, EMPTY_CONTEXT, readContext, readContextFromJson } from "./context/read-context.ts";
export { type EvaluationOptions, evaluateSignIn, type SignInEvaluation } from "./evaluate-sign-in.ts";
export { CHECK_CODES } from "./judge/check-codes.ts";
export type { ControlDemand, MetBy } from "./judge/controls.ts";
export type { Effect } from "./judge/effect.ts";
export type { PolicyEvaluation } from "./judge/evaluate-policy.ts";
export type { ConditionName, Judgement } from "./judge/judgement.ts";
export { type CellKind, cellOf, lowerFirst, type MatrixCell, reasonText } from "./matrix/cell.ts";
export type { CheckPoint } from "./matrix/check-point.ts";
export { checklistOf } from "./matrix/checklist.ts";
export {
  compareWithWhatIf,
  type WhatIfComparison,
  type WhatIfDifference,
} from "./matrix/compare-what-if.ts";
export {
  type ConditionDetail,
  type NamedList,
  type PolicyDetail,
  type PolicyForSignIn,
  policyDetail,
} from "./matrix/detail.ts";
export { type AnswerTone, type Headline, headlineOf, type SignInLine } from "./matrix/headline.ts";
export { type Mentioned, mentionedIn } from "./matrix/mentioned.ts";
export { createNamer, type NamedId, type Namer } from "./matrix/names.ts";
export type { OpenQuestion, SimpleQuestion } from "./matrix/open-questions.ts";
export { MATRIX_GROUPS, type MatrixRow, matrixRows } from "./matrix/rows.ts";
export { whatIfBody, whatIfConditions } from "./matrix/what-if-body.ts";
export type { ConditionalAccessPolicy, GrantControl, PolicyState, SessionControl } from "./policy.ts";
export type { AppRegistration } from "./read/app-registration.ts";
export {
  type PolicyFile,
  type PolicyNeighbours,
  readNeighbours,
  readNeighboursFromJson,
  readPolicies,
  readPoliciesFromJson,
  tooManyPolicies,
} from "./read/read-policies.ts";
export {
  type AuthenticationStrength,
  mergeTenantObjects,
  NO_TENANT_OBJECTS,
  type TenantObject,
  type TenantObjectKind,
  type TenantObjects,
  withStrengths,
} from "./read/tenant-objects.ts";
export type { ClientAppType } from "./sign-in/client-app-type.ts";
export { loginWindowSignIn, passwordCheckSignIn } from "./sign-in/from-settings.ts";
export { type RequestedResources, type Resource, requestedResources } from "./sign-in/resources.ts";
export { resourcesNamedBy } from "./sign-in/scopes.ts";
export type { BaselineScopes, SignIn } from "./sign-in/sign-in.ts";
export {
  assumeNothingElse,
  type DeviceFacts,
  type KnownApplication,
  type NamedLocation,
  type Platform,
  type SignInContext,
  type UserKind,
} from "./sign-in/sign-in-context.ts";
export type { Tri } from "./tri.ts";
export { type Done, type Enforcement, type UnmetPolicy, unmetControls } from "./unmet-controls.ts";
export type { Verdict } from "./verdict/verdict.ts";
