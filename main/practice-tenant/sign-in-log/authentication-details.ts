import type { AuthenticationDetail } from "./row.ts";
import type { SignInEvent } from "./sign-in-event.ts";

/**
 * The steps of a sign-in. The result details are the two texts by which admins tell a right password from a wrong one:
 * "User did not pass the MFA challenge (non interactive)." and "Invalid username or password …".
 */
export function authenticationDetails(
  event: SignInEvent,
  wantsMfa: boolean,
): readonly AuthenticationDetail[] {
  const at = new Date(event.ids.time).toISOString();
  const details: AuthenticationDetail[] = [];
  if (event.passwordAccepted !== null) {
    details.push({
      authenticationStepDateTime: at,
      authenticationMethod: "Password",
      authenticationMethodDetail: methodDetail(event),
      succeeded: event.passwordAccepted,
      authenticationStepResultDetail: event.passwordAccepted
        ? "Correct password"
        : "Invalid username or password or Invalid on-premise username or password.",
      authenticationStepRequirement: wantsMfa ? "Multifactor authentication" : "Primary authentication",
    });
  }
  if (wantsMfa) {
    details.push({
      authenticationStepDateTime: at,
      authenticationMethod: event.mfaPassed ? "Mobile app verification code" : "",
      authenticationMethodDetail: null,
      succeeded: event.mfaPassed,
      authenticationStepResultDetail: event.mfaPassed
        ? "MFA completed in Azure AD"
        : event.kind === "ropc"
          ? "User did not pass the MFA challenge (non interactive)."
          : "MFA required in Azure AD",
      authenticationStepRequirement: "Multifactor authentication",
    });
  }
  return details;
}

function methodDetail({ user }: SignInEvent): string {
  if (user?.authentication === "pass-through") return "Pass-through authentication";
  return user?.authentication === "federated" ? "Federated" : "Password in the cloud";
}
