import type { BaselineRow, LoginResult } from "../../../../preload/contract.ts";
import type { Run } from "../../../stores/run.ts";

type Judged = Pick<NonNullable<Run["paired"]>, "loginMfa" | "checkClean" | "recipe" | "baselineScopes">;

/** The recipe that gives the wanted split under every setting. */
const robust = "two-apis";

/**
 * What would bring the split that is wanted, or what would undo it; and the recipe to look at, null where none helps.
 */
export function whatWouldChange(
  paired: Judged,
  login: Pick<LoginResult, "outcome">,
  check: Pick<LoginResult, "outcome">,
): { readonly sentence: string; readonly name: string | null } {
  const outcomes = [login.outcome, check.outcome];
  if (outcomes.includes("cancelled")) {
    return { sentence: "Nobody can tell before both tests have run to their end.", name: null };
  }
  if (!works(login) || !works(check)) {
    const sentence = outcomes.includes("password-wrong")
      ? "Fix the password first (see above). Policies come after that."
      : "First both sign-ins have to work: what to do stands above. Policies matter after that.";
    return { sentence, name: null };
  }
  if (paired.loginMfa === "not-proven" && paired.recipe === null && !paired.checkClean) {
    const sentence =
      "The other provider decides whether it asks for MFA. With Entra's own MFA, two API apps keep login and check apart.";
    return { sentence, name: robust };
  }
  if (paired.loginMfa !== "yes" || !paired.checkClean) {
    return { sentence: toGetThere(paired), name: robust };
  }
  const undone = paired.baselineScopes.find((row) => !isSplit(row));
  if (undone === undefined) {
    const sentence =
      "Changing how the tenant treats basic scopes changes nothing. Excluding the login's app, or including the check's, would.";
    return { sentence, name: paired.recipe ?? robust };
  }
  return {
    sentence: `The tenant's setting for basic scopes: ${undoneText[undone.setting]} the login would meet ${words[undone.login]} and the check ${words[undone.check]}. With two API apps neither depends on it.`,
    name: robust,
  };
}

/** The answer is about policies, not about a setting or a service that is broken. */
function works({ outcome }: Pick<LoginResult, "outcome">): boolean {
  return outcome === "succeeded" || outcome === "password-correct";
}

function isSplit({ login, check }: BaselineRow): boolean {
  return login === "mfa" && check === "no-mfa";
}

function toGetThere({ loginMfa, checkClean, recipe }: Judged): string {
  if (recipe === "none") {
    return "A policy that demands MFA, and two API apps: the policy covers the login's app and excludes the check's.";
  }
  if (loginMfa === "not-proven" && checkClean) {
    return "The check is clean. Confirm in the sign-in log that the login demands MFA; with two API apps it does, whatever the tenant's setting.";
  }
  if (!checkClean) {
    return "An API app of its own for the check, excluded from the policy: the login keeps its MFA, and the check becomes clean, whatever the tenant's setting.";
  }
  return "A second API app for the login that the policy does not exclude: then the login demands MFA, and the check stays clean.";
}

const undoneText = {
  enforced: "enforced,",
  legacy: "before enforcement",
  placeholder: "mapped to a placeholder app,",
} as const;

const words = {
  mfa: "MFA",
  "no-mfa": "no MFA",
  blocked: "a block",
  depends: "what its conditions decide",
} as const;
