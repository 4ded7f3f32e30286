import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Decision, Demand } from "./decide.ts";

/**
 * What ROPG answers to each demand: it can meet none of them. Order of Entra: a block ends everything, then MFA, then
 * the device, then the app, then password change and terms
 * (https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-grant).
 * 53002/53009, 50142 and 50158 are uncertain for ROPG.
 */
const answers: readonly (readonly [Demand, number])[] = [
  ["block", 53003],
  ["mfa", 50076],
  ["compliantDevice", 53000],
  ["domainJoinedDevice", 53001],
  ["approvedApplication", 53002],
  ["compliantApplication", 53009],
  ["passwordChange", 50142],
  ["termsOfUse", 50158],
  ["externalChallenge", 50158],
];

/** The code for a password check under this decision, or null where nothing more than the password is wanted. */
export function passwordCheckAnswer(decision: Decision, user: TenantUser): EntraFailure | null {
  const first = answers.find(([demand]) => decision.demands.includes(demand));
  if (first === undefined) return null;
  const [demand, code] = first;
  const registered = user.mfaMethods.length > 0;
  return refuse(
    demand === "mfa" && !registered ? 50079 : code,
    { resource: decision.resource },
    decision.policyIds[demand] ?? [],
  );
}
