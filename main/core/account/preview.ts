import type { Claims } from "../oidc/claim-checks.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import type { AccountPreview } from "../verdict/login-result.ts";
import { fullName, shortName } from "./names.ts";
import { role, secondaryAccess } from "./role.ts";

/**
 * The local account that Jamf Connect would create from these ID token claims, with the claim or key that decides each field.
 * Null when no claim gives a short name: then there is no account.
 */
export function previewAccount(claims: Claims, settings: TestSettings): AccountPreview | null {
  const short = shortName(claims, settings);
  if (short === null) return null;
  const full = fullName(claims, settings, short.value);
  const decided = role(claims, settings);
  const secondary = secondaryAccess(claims, settings);
  return {
    shortName: short.value,
    fullName: full.value,
    role: decided.role,
    because: {
      shortName: short.because,
      fullName: full.because,
      role: decided.because,
      ...(secondary === null ? {} : { secondaryAccess: secondary }),
    },
  };
}
