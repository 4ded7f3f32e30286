import type { Finding } from "../../finding.ts";
import { codeOf, type FixQuestion } from "./fix-question.ts";
import { settingFix, settingKeys } from "./setting-fix.ts";

/** Without `openid` there is no ID token, and without an ID token the login has no user (OpenID Connect Core 3.1.2.1). */
export function openidScope({ kind, settings, ending }: FixQuestion): Finding | null {
  const scopes = settings.scopes.value;
  const lacksToken =
    ending.kind === "tokens-refused" && ending.problems.some(({ finding }) => finding === "id-token-missing");
  if (kind !== "oidc" || !lacksToken || scopes.includes("openid")) return null;
  const key = settingKeys(kind, settings).scopes;
  return settingFix(settings, key, {
    rule: "scope-openid-missing",
    title: "The scope openid is missing.",
    detail: `${key} asks for ${scopes.join(", ")}. Only openid brings the ID token that names the user.`,
    label: "Ask for openid, too",
    value: [...scopes, "openid"].join("+"),
    source: "https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest",
  });
}

/** Scopes that name no API can only be the four of OpenID Connect; anything else is a slip of the pen. */
export function knownScopes({ kind, settings, ending }: FixQuestion): Finding | null {
  const scopes = settings.scopes.value;
  if (codeOf(ending) !== 70011 || scopes.some((scope) => scope.includes("/"))) return null;
  const key = settingKeys(kind, settings).scopes;
  return settingFix(settings, key, {
    rule: "ask-for-known-scopes",
    title: "Entra does not know these scopes.",
    detail: `${key} asks for ${scopes.join(", ")}. Write + or a blank between scopes. Without an API of your own, Jamf Connect needs openid, profile and email.`,
    label: "Ask for openid, profile and email",
    value: "openid+profile+email",
    source: "https://learn.microsoft.com/entra/identity-platform/scopes-oidc",
  });
}
