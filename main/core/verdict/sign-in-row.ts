import type { Factor } from "../login-result.ts";

/**
 * What the factors can be read from in a row of Entra's sign-in log, in the names of Microsoft Graph (`signIn`, beta).
 * https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta
 */
export type SignInRow = {
  readonly authenticationRequirement: string;
  readonly authenticationDetails: readonly {
    readonly succeeded: boolean;
    readonly authenticationStepResultDetail: string;
    readonly authenticationStepRequirement: string;
  }[];
};

const where =
  "The row of the sign-in log with the same correlation id says so: Authentication requirement is";

/**
 * Which factors a sign-in needed, from its row; null where the row does not say. The requirement counts also where an earlier
 * sign-in had already met it ("MFA requirement satisfied by claim in the token"): it was demanded all the same.
 */
export function judgeSignInRow(row: SignInRow): Factor | null {
  const requirement = row.authenticationRequirement.toLowerCase();
  const step = row.authenticationDetails.find(
    (detail) => detail.succeeded && /multi-?factor/i.test(detail.authenticationStepRequirement),
  );
  if (requirement === "multifactorauthentication") {
    const how =
      step === undefined ? "" : ` Its authentication details say: ${step.authenticationStepResultDetail}.`;
    return { factor: "multi", factorEvidence: `${where} multifactor authentication.${how}` };
  }
  if (requirement === "singlefactorauthentication") {
    return { factor: "single", factorEvidence: `${where} single-factor authentication.` };
  }
  return null;
}
