import { previewAccount } from "../../core/account/preview.ts";
import type { AccountPreview } from "../../core/login-result.ts";
import type { AccountClaims } from "../../core/oidc/userinfo.ts";
import type { TestSettings } from "../../core/profile/test-settings.ts";
import type { StepResult } from "../recorder.ts";

/** Shows which account these claims would give. Skipped where there are none: the password check creates no account. */
export async function accountStep(
  found: AccountClaims | null,
  settings: TestSettings,
): Promise<StepResult<AccountPreview | null>> {
  if (found === null)
    return { status: "skipped", value: null, note: "Without an ID token there are no claims to read." };
  const account = previewAccount(found.claims, settings, found.fromUserInfo);
  if (account === null) {
    return {
      status: "ok",
      value: null,
      note: "No claim gives a short name, so Jamf Connect cannot create an account.",
    };
  }
  return {
    status: "ok",
    value: account,
    note: `${account.shortName}, ${account.fullName}, ${account.role}.`,
  };
}
