import type { Problem } from "../core/problem.ts";
import { maskText } from "../core/redact/index.ts";
import { type GraphPurpose, orWithoutGraph } from "./purpose.ts";

export const signedOut: Problem = {
  code: "graph-signed-out",
  title: "You are no longer signed in to Microsoft Graph.",
  detail:
    "The session ended, was revoked, or a policy wants you to sign in again. What was read before is kept as it was.",
  fix: "Sign in again.",
};

export const stoppedProblem: Problem = {
  code: "graph-sign-in-stopped",
  title: "The sign-in to Microsoft Graph was stopped.",
  detail: "Nobody signed in, and nothing was read.",
  fix: "Start it again when you are ready.",
};

/**
 * What Entra said, masked, without the ids that only its support reads.
 *
 * @param refusal the last refusal on the wire, for where MSAL tells a name only
 */
export function refusedProblem(error: unknown, refusal: string | null, purpose: GraphPurpose): Problem {
  const message = error instanceof Error ? error.message : "";
  const text = maskText(/AADSTS/u.test(message) ? message : (refusal ?? message)).slice(0, 300);
  const code = /AADSTS\d{4,7}/u.exec(text)?.[0] ?? null;
  const isCancelled = /access_denied|authorization_declined|user_cancel|AADSTS65004/iu.test(
    `${message} ${text}`,
  );
  const isTooLate = /AADSTS70019|expired_token|device_code_expired/iu.test(`${message} ${text}`);
  return {
    code: "graph-sign-in-refused",
    title: isCancelled
      ? "The sign-in was cancelled on Microsoft's page."
      : isTooLate
        ? "The code was not typed in time."
        : `Microsoft Entra refused the sign-in${code === null ? "" : ` with ${code}`}.`,
    detail: text === "" ? "It gave no reason." : text,
    fix: fixOf(code, purpose),
  };
}

function fixOf(code: string | null, purpose: GraphPurpose): string {
  switch (code) {
    case "AADSTS700016":
      return "Check the application (client) id, and that the app is registered in this tenant.";
    case "AADSTS50011":
      return "Add the redirect URI http://localhost to the app registration, under Mobile and desktop applications.";
    case "AADSTS7000218":
      return "Turn on Allow public client flows in the app registration.";
    case "AADSTS90094":
    case "AADSTS65001":
      return "An administrator has to consent to the permissions of the app registration first.";
    default:
      return orWithoutGraph("Sign in again", purpose);
  }
}
