import { isSecretSetting } from "../../profile/index.ts";
import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt } from "../hit.ts";
import type { Hit, LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";
import type { LintSetting } from "../subject.ts";

/** A secret of an app registration that every Mac gets. */
export const secretInProfile: LintRule = {
  id: "secret-in-profile",
  group: "secrets and structure",
  name: "A client secret stands in the profile",
  severity: "warning",
  certainty: "documented",
  why: "Everybody who holds the profile holds the secret: whoever logs in to a Mac can read its managed settings, and so can whoever sees the file on its way. A secret on people's own machines cannot be kept (RFC 8252, section 8.5); Entra ID needs none for Jamf Connect, Google does.",
  source: "https://www.rfc-editor.org/rfc/rfc8252#section-8.5",
  fires: {
    settings: { "com.jamf.connect.login": { ...soundLogin, OIDCClientSecret: "made-up-for-this-page" } },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  *check({ settings, signIn, menuBarCheck }) {
    const isGoogle = [signIn, menuBarCheck].some((each) => each?.provider.value === "GoogleID");
    for (const setting of settings) if (isSecret(setting)) yield found(setting, isGoogle);
  },
};

/** Client secrets by the catalogue, and keys of that name in places where Jamf Connect does not look. */
function isSecret({ domain, keyPath, key, value }: LintSetting): boolean {
  if (value.kind !== "string" || value.value.trim() === "" || key?.format === "license") return false;
  if (findPlaceholder(value.value) !== null || isSentence(value.value)) return false;
  return key === null
    ? /secret$/iu.test(keyPath) && isSecretSetting(domain, keyPath, value)
    : key.sensitive === true;
}

/** Templates describe in words what belongs there; no secret has several blanks. */
function isSentence(text: string): boolean {
  return text.trim().split(/\s+/u).length > 2;
}

function found(setting: LintSetting, isGoogle: boolean): Hit {
  return hitAt(setting, {
    title: `${setting.keyPath} holds a secret that every Mac gets.`,
    detail: isGoogle
      ? "Google asks for one. Whoever logs in to such a Mac can read it."
      : "Whoever logs in to such a Mac can read it, and use it in the name of the app.",
    severity: isGoogle ? "info" : "warning",
    fix: isGoogle
      ? {
          label: "Keep the file to yourself",
          steps: [
            "Keep the profile out of shared folders and repositories, and let the app have few rights.",
          ],
        }
      : {
          label: "Use a public client",
          steps: [
            "Allow public client flows in the app registration, with the redirect URI under Mobile and desktop applications.",
            `Take ${setting.keyPath} out of the profile, and delete the secret in Entra ID: it is no secret any more.`,
          ],
        },
  });
}
