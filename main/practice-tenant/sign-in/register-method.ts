import type { Practice } from "../server/practice.ts";
import type { TenantUser } from "../tenant/user.ts";

/** The code that the registration page shows and asks back. */
export const PRACTICE_REGISTRATION_CODE = "246810";

/** Gives a user the method that the registration page has just shown, as Entra's registration would. */
export function registerMethod(practice: Practice, user: TenantUser): void {
  const tenant = practice.tenant();
  practice.replaceTenant({
    ...tenant,
    users: tenant.users.map((each) =>
      each.id === user.id
        ? { ...each, mfaMethods: [{ method: "oneTimeCode", code: PRACTICE_REGISTRATION_CODE }] }
        : each,
    ),
  });
}
