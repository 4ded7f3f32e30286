/** Microsoft Graph, read only: a person's sign-in through MSAL, and what Conditional Access of a tenant consists of. */
export { type Cloud, cloudOf } from "./cloud.ts";
export { type GraphPorts, getAll, postForAnswer } from "./get-all.ts";
export { type GraphSession, type GraphSignIn, type SignInPlace, signInToGraph } from "./graph-sign-in.ts";
export type { GraphPurpose } from "./purpose.ts";
export {
  type FoundPerson,
  findPeople,
  mostPeople,
  type PersonFromGraph,
  personScopes,
  readPerson,
} from "./read-person.ts";
export { readRiskDetections } from "./read-risk-detections.ts";
export { readRiskyUsers, riskScopes } from "./read-risky-users.ts";
export { readSignIns, type SignInsAsked, type SignInsRead, signInScopes } from "./read-sign-ins.ts";
export { baselineScopesIn, readTenant, type TenantFromGraph, type TenantPart } from "./read-tenant.ts";
export { type GraphFeature, graphFeatures, scopesOf } from "./scopes.ts";
export { type SignInIds, waitForSignIn } from "./wait-for-sign-in.ts";
