import { CHECK_CODES } from "../../core/conditional-access/index.ts";
import { type EntraFailure, refuse } from "../errors/failure.ts";
import type { Tenant } from "../tenant/schema.ts";
import type { TenantUser } from "../tenant/user.ts";
import type { Decision } from "./decide.ts";
import type { Demand } from "./demands.ts";

/**
 * What ROPG answers to each demand; it can meet none of them. The evaluator of the product has the codes, so that what
 * it predicts is what practice answers; where it knows none, practice blocks.
 */
const codes: Readonly<Record<Demand, number>> = {
  block: CHECK_CODES.block ?? 53003,
  mfa: CHECK_CODES.mfa ?? 50076,
  compliantDevice: CHECK_CODES.compliantDevice ?? 53000,
  domainJoinedDevice: CHECK_CODES.domainJoinedDevice ?? 53001,
  compliantApplication: CHECK_CODES.compliantApplication ?? 53009,
  passwordChange: CHECK_CODES.passwordChange ?? 50142,
  termsOfUse: CHECK_CODES.termsOfUse ?? 50158,
  externalChallenge: CHECK_CODES.customAuthenticationFactor ?? 50158,
  unknownControl: 53003,
};

/** The code for the first demand of a decision, or null where nothing more than the password is wanted. */
export function passwordCheckAnswer(
  decision: Decision,
  user: TenantUser,
  { unseenDevice }: Pick<Tenant, "unseenDevice">,
): EntraFailure | null {
  const [first] = decision.demands;
  if (first === undefined) return null;
  const toRegister = first.demand === "mfa" && user.mfaMethods.length === 0;
  // The check shows no device, whatever Entra knows of the Mac.
  const code = first.demand === "compliantDevice" ? unseenDevice.check : codes[first.demand];
  return refuse(toRegister ? 50079 : code, { resource: decision.resource }, first.policyIds);
}
