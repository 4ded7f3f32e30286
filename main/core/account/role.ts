import type { Claims } from "../oidc/claim-checks.ts";
import type { TestSettings } from "../profile/test-settings.ts";

/** Admin or standard, with the claims that decided it. */
export type Role = {
  readonly role: "admin" | "standard";
  readonly because: string;
  readonly claims: readonly string[];
};

/**
 * Admin or standard: `CreateAdminUser` makes every new account admin; `OIDCIgnoreAdmin` leaves the claim unread; otherwise
 * any value of `OIDCAdmin` found in the claim `OIDCAdminAttribute` makes an admin.
 */
export function role(claims: Claims, settings: TestSettings): Role {
  if (settings.createAdminUser.value) return admin("CreateAdminUser makes every new account an admin.");
  if (settings.ignoreAdmin.value) {
    return standard(
      "OIDCIgnoreAdmin is on: the claim is not read, and an account that exists keeps its role.",
    );
  }
  const wanted = settings.adminValues.value;
  const claim = settings.adminClaim.value;
  if (wanted.length === 0) return standard("OIDCAdmin names no role, so every account is standard.");
  const held = values(claims[claim]);
  const match = wanted.find((value) => held.includes(value));
  if (match !== undefined)
    return admin(`The claim ${claim} contains ${match}, which OIDCAdmin names.`, [claim]);
  if (hasOverage(claims, claim)) {
    return standard(
      `The token leaves out ${claim}, because the user is in too many groups. Jamf Connect cannot see an admin group.`,
    );
  }
  if (claims[claim] === undefined)
    return standard(
      `The token has no claim ${claim}. With ${list(wanted)} in it the account would be an admin.`,
    );
  const near = wanted.find((value) => held.some((one) => one.toLowerCase() === value.toLowerCase()));
  if (near !== undefined)
    return standard(
      `The claim ${claim} contains ${near} in other capitals; Jamf Connect compares them exactly.`,
      [claim],
    );
  return standard(`The claim ${claim} does not contain ${list(wanted)}.`, [claim]);
}

/**
 * Whether the user may create an account on a Mac that already has one (`OIDCSecondaryAccess`); null where the key is not set,
 * because then everybody may. Entra reads the claim `roles`, every other provider the admin claim.
 */
export function secondaryAccess(claims: Claims, settings: TestSettings): string | null {
  const wanted = settings.secondaryAccess?.value ?? [];
  if (wanted.length === 0) return null;
  const claim = settings.provider.value === "EntraID" ? "roles" : settings.adminClaim.value;
  const match = values(claims[claim]).find((value) => wanted.includes(value));
  return match === undefined
    ? `No: the claim ${claim} does not contain ${list(wanted)}. On a Mac that has an account, this user gets none.`
    : `Yes: the claim ${claim} contains ${match}, which OIDCSecondaryAccess names.`;
}

/** True when the token says that a claim was left out for its size (groups overage). */
export function hasOverage(claims: Claims, claim: string): boolean {
  const names = claims["_claim_names"];
  if (typeof names === "object" && names !== null && Object.hasOwn(names, claim)) return true;
  return claim === "groups" && (claims["hasgroups"] === true || claims["hasgroups"] === "true");
}

function values(claim: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return all.filter((value) => typeof value === "string");
}

function list(values: readonly string[]): string {
  return values.join(" or ");
}

function admin(because: string, claims: readonly string[] = []): Role {
  return { role: "admin", because, claims };
}

function standard(because: string, claims: readonly string[] = []): Role {
  return { role: "standard", because, claims };
}
