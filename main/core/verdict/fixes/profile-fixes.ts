import type { Finding } from "../../finding.ts";
import { idTokenInsteadOfUserInfo, rolesForAdmin, shortNameClaim } from "./account-fixes.ts";
import { newPassword, publicClient, successCode } from "./check-fixes.ts";
import { https, v2Endpoint } from "./endpoint-fixes.ts";
import type { FixQuestion } from "./fix-question.ts";
import { knownScopes, openidScope } from "./scope-fixes.ts";

/**
 * Changes to the profile that would mend what a run met, each with a patch that is applied at once and can be undone. Only
 * what the profile itself can mend is here; what has to change in the tenant stands in the steps of the catalogue.
 */
export function profileFixes(question: FixQuestion): readonly Finding[] {
  return [
    v2Endpoint(question),
    publicClient(question),
    openidScope(question),
    knownScopes(question),
    successCode(question),
    rolesForAdmin(question),
    shortNameClaim(question),
    idTokenInsteadOfUserInfo(question),
    newPassword(question),
    https(question),
  ].filter((finding) => finding !== null);
}
