import { hitAt, quoted, replace } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import { findSetting } from "../subject.ts";

/** A sign-in that asks for no ID token. */
export const scopeOpenidMissing: LintRule = {
  id: "scope-openid-missing",
  group: "identity",
  name: "The sign-in does not ask for openid",
  severity: "error",
  certainty: "documented",
  why: "Only the scope openid brings the ID token, and without an ID token the login has no user (OpenID Connect Core 3.1.2.1).",
  source: "https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest",
  fires: { settings: { "com.jamf.connect.login": { ...soundLogin, OIDCScopes: "profile+email" } } },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check(subject) {
    const scopes = subject.signIn?.scopes;
    if (subject.signIn === null || scopes === undefined || scopes.keyPath === null) return;
    if (subject.signIn.provider.value === "Okta" || scopes.value.join(",").split(",").includes("openid"))
      return;
    const setting = findSetting(subject, scopes.domain, scopes.keyPath);
    if (setting === undefined || setting.value.kind !== "string") return;
    const written = setting.value.value;
    const separator = written.includes(" ") && !written.includes("+") ? " " : "+";
    yield hitAt(setting, {
      title: "The scope openid is missing.",
      detail: `${setting.keyPath} asks for ${quoted(written)}. Only openid brings the ID token that names the user.`,
      fix: replace(setting, ["openid", ...scopes.value].join(separator), "Ask for openid, too"),
    });
  },
};
