import { onlyBaselineScopes, resourceOfScopes } from "../oidc/scopes.ts";
import type { PairedQuestion } from "./paired-question.ts";

/**
 * The recipe that scopes and answers follow, by the names of `setup` and of the practice scenarios. Some look alike from here:
 * `simple`, `per-user-mfa` and security defaults; `custom-scope-2023` before enforcement and `placeholder`. Then the one that most
 * tenants have is named, and policies, where they are loaded, decide.
 */
export function recipeFromRuns(
  { login, check, loginScopes, checkScopes }: PairedQuestion,
  loginMfa: "yes" | "no" | "not-proven",
): string | null {
  if (login.outcome !== "succeeded") return null;
  const loginApi = onlyBaselineScopes(loginScopes) ? null : resourceOfScopes(loginScopes).toLowerCase();
  const checkApi = onlyBaselineScopes(checkScopes) ? null : resourceOfScopes(checkScopes).toLowerCase();
  if (checkApi !== null && loginApi !== null) return checkApi === loginApi ? null : "two-apis";
  if (checkApi !== null) return "api-excluded";
  if (loginApi !== null) return "custom-scope-2023";
  if (check.outcome === "password-correct") return "simple";
  return check.outcome === "succeeded" && loginMfa === "no" ? "none" : null;
}
