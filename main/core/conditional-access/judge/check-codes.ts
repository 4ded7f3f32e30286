import type { GrantControl } from "../policy.ts";

/**
 * What a password check (ROPC) is answered when its password is right and this control is not met; null where nobody
 * knows. The keys stand in the order in which Entra enforces: a block ends everything, then MFA, device, app, password
 * change, terms of use, custom controls.
 *
 * Documented or observed: 53003, 50076, 53000 and 53001. Uncertain for this grant: 50076 for a strength, 53009, 50142
 * and 50158.
 *
 * Sources: https://learn.microsoft.com/entra/identity-platform/reference-error-codes,
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-policies (order)
 */
export const CHECK_CODES: Readonly<Record<GrantControl["kind"], number | null>> = {
  block: 53003,
  mfa: 50076,
  authenticationStrength: 50076,
  compliantDevice: 53000,
  domainJoinedDevice: 53001,
  approvedApplication: null,
  compliantApplication: 53009,
  passwordChange: 50142,
  riskRemediation: 50142,
  termsOfUse: 50158,
  customAuthenticationFactor: 50158,
  unknown: null,
};

const ORDER = Object.keys(CHECK_CODES);

/** The code of the control that Entra enforces first; null where that one is not known, or there is none. */
export function firstCodeOf(kinds: readonly GrantControl["kind"][]): number | null {
  const first = kinds.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0];
  return first === undefined ? null : CHECK_CODES[first];
}
