import type { AccountSwitches, PracticeSwitches } from "../../../../preload/contract.ts";

export const robin: AccountSwitches = {
  username: "robin@contoso.example",
  displayName: "Robin Lake",
  isEnabled: true,
  isPasswordExpired: false,
  isLockedOut: false,
  hasSecondFactor: true,
  perUserMfa: false,
  risk: "none",
};

/** The switches of a made-up practice tenant with one policy, one place and one account. */
export const practiceSwitches: PracticeSwitches = {
  policies: [{ id: "p1", displayName: "CA001", state: "enabled" }],
  baselineScopes: "enforced",
  securityDefaults: false,
  device: "unknown",
  deviceShownBy: "every-sign-in",
  place: { at: "elsewhere", options: [{ id: "office", displayName: "Head office", isTrusted: true }] },
  country: null,
  maliciousAddress: false,
  signInRisk: "none",
  accounts: [robin],
  publicClientFlows: true,
  consent: true,
  outage: "none",
};
