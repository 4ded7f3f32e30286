import type { AccountPreview } from "../login-result.ts";
import type { Claims } from "../oidc/claim-checks.ts";
import type { TestSettings } from "../profile/test-settings.ts";
import { fullName, shortName } from "./names.ts";
import { role, secondaryAccess } from "./role.ts";

/**
 * The local account that Jamf Connect would create from these claims, with the claim or key that decides each field.
 * Null when no claim gives a short name: then there is no account.
 *
 * @param fromUserInfo names of the claims that came from the userinfo endpoint and not in the ID token
 */
export function previewAccount(
  claims: Claims,
  settings: TestSettings,
  fromUserInfo: ReadonlySet<string> = new Set(),
): AccountPreview | null {
  const short = shortName(claims, settings);
  if (short === null) return null;
  const full = fullName(claims, settings, short.value);
  const decided = role(claims, settings);
  const secondary = secondaryAccess(claims, settings);
  const because = (text: string, deciding: readonly string[]): string =>
    deciding.some((claim) => fromUserInfo.has(claim))
      ? `${text} It came from the userinfo endpoint (UseUserInfo), not in the ID token.`
      : text;
  return {
    shortName: short.value,
    fullName: full.value,
    role: decided.role,
    because: {
      shortName: because(short.because, short.claims),
      fullName: because(full.because, full.claims),
      role: because(decided.because, decided.claims),
      ...(secondary === null ? {} : { secondaryAccess: secondary }),
    },
    decidedBy: { shortName: short.claims, fullName: full.claims, role: decided.claims },
  };
}
