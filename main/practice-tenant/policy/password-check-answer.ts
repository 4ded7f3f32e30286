import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Decision } from "./decide.ts";
import type { Demand } from "./demands.ts";

/**
 * What ROPG answers to each demand; it can meet none of them. Documented or observed: 53003, 50076, 53000, 53001.
 * Uncertain for ROPG: the app controls, 50142 and 50158.
 */
const codes: Readonly<Record<Demand, number>> = {
  block: 53003,
  mfa: 50076,
  compliantDevice: 53000,
  domainJoinedDevice: 53001,
  approvedApplication: 53002,
  compliantApplication: 53009,
  passwordChange: 50142,
  termsOfUse: 50158,
  externalChallenge: 50158,
  unknownControl: 53003,
};

/** The code for the first demand of a decision, or null where nothing more than the password is wanted. */
export function passwordCheckAnswer(decision: Decision, user: TenantUser): EntraFailure | null {
  const [first] = decision.demands;
  if (first === undefined) return null;
  const toRegister = first.demand === "mfa" && user.mfaMethods.length === 0;
  return refuse(toRegister ? 50079 : codes[first.demand], { resource: decision.resource }, first.policyIds);
}
