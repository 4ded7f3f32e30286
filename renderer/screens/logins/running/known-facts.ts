import type { Run, SignInName } from "../../../stores/run.ts";

/**
 * What a run has proven so far, in the order in which it did. That Entra shows its sign-in page proves client id and redirect
 * URI: it refuses both on that page (inferred; another provider may refuse later).
 *
 * @param isEntra whether the profile names Microsoft Entra ID
 */
export function knownFacts(signIns: Run["signIns"], isEntra: boolean): readonly string[] {
  const facts: Readonly<Record<SignInName, Readonly<Record<string, readonly string[]>>>> = {
    login: {
      discovery: ["Issuer and endpoints fit the tenant"],
      authorize: isEntra
        ? ["Client ID exists in this tenant", "Redirect URI is registered"]
        : ["The provider shows its sign-in page"],
      callback: ["The answer belongs to this run"],
      exchange: ["The code was redeemed"],
      tokens: ["Every token check passed"],
    },
    check: {
      discovery: ["The check's endpoints fit the tenant"],
      request: ["The password was sent, once"],
    },
  };
  return (["login", "check"] as const).flatMap((name) =>
    (signIns[name]?.steps ?? [])
      .filter((step) => step.status === "ok")
      .flatMap((step) => facts[name][step.id] ?? []),
  );
}
