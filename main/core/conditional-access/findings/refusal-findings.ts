import type { Finding } from "../../finding.ts";
import type { SignInEvaluation } from "../evaluate-sign-in.ts";
import type { FindingSource } from "./source.ts";

/** Requests that Entra refuses by their form: one token request can name one resource only. */
export function refusalFindings({ login, check }: FindingSource): readonly Finding[] {
  return [login, check].flatMap((each) => (each === null ? [] : refusalFinding(each.now)));
}

/** What to say about the refusal of one sign-in; nothing where there is none. */
export function refusalFinding({
  signIn,
  refusal,
}: Pick<SignInEvaluation, "signIn" | "refusal">): readonly Finding[] {
  if (refusal === null) return [];
  const isCheck = signIn.id === "password-check";
  const key = isCheck ? "ROPGScopes" : "OIDCScopes";
  return [
    {
      rule: "check-will-be-28000",
      severity: "error",
      // For the login, Microsoft writes so of the request that redeems the code; which leg refuses is not written down.
      certainty: isCheck ? "documented" : "inferred",
      title: `The scopes of the ${isCheck ? "password check" : "login"} name more than one resource.`,
      detail: `Entra issues a token for one resource at a time and answers AADSTS${refusal.code}${isCheck ? ", before it looks at the password" : ""}. ${key} is ${signIn.scopes.join(" ")}, which names ${refusal.resources.join(" and ")}.`,
      where: { step: signIn.id },
      fix: {
        label: "Ask for one resource",
        steps: [
          "Keep the scope of one API app beside openid, profile and email.",
          "Take scopes of Microsoft Graph, such as User.Read, out of it: Jamf Connect does not need them.",
        ],
      },
      source: "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow",
    },
  ];
}
