import type { Finding } from "../../finding.ts";
import { codeOf, type FixQuestion } from "./fix-question.ts";
import { settingFix, settingKeys } from "./setting-fix.ts";

/** Jamf documents 50076 only; the list of success codes is the documented way to add others. */
export function successCode({ kind, settings, ending, verdict }: FixQuestion): Finding | null {
  const code = codeOf(ending);
  if (kind !== "ropg" || code === null || verdict.passwordVerdict !== "correct") return null;
  if (verdict.jamfConnect.certainty === "documented" || settings.successCodes.value.includes(code))
    return null;
  const key = settingKeys(kind, settings).successCodes;
  return settingFix(settings, key, {
    rule: "list-success-code",
    title: `Whether Jamf Connect takes ${code} as a correct password is not documented.`,
    detail: `Entra answers ${code} only after it has accepted the password. ${key} tells Jamf Connect so. Test with a wrong password as well before you roll it out: the form of the entries is not documented either.`,
    label: `Take ${code} as correct`,
    value: [...settings.successCodes.value, code].map(String),
    source: "https://learn.jamf.com",
  });
}

/** Entra tells a public client that it must not present a secret (AADSTS700025). */
export function publicClient({ settings, ending }: FixQuestion): Finding | null {
  const { clientSecret } = settings;
  if (codeOf(ending) !== 700025 || clientSecret === null || clientSecret.keyPath === null) return null;
  const path = clientSecret.keyPath;
  return {
    rule: "secret-on-public-client",
    severity: "info",
    certainty: "documented",
    title: "A public client has no secret.",
    detail: `The app registration is a public client, and ${path} holds a client secret. Entra refuses a secret from such a client.`,
    where: { domain: clientSecret.domain, keyPath: path },
    fix: {
      label: "Remove the client secret",
      patch: { op: "remove", payload: { domain: clientSecret.domain }, path: path.split(".") },
    },
    source: "https://learn.microsoft.com/entra/identity-platform/msal-client-applications",
  };
}

/** A provider without a password check: people choose a password for the Mac themselves. */
export function newPassword({ settings, ending }: FixQuestion): Finding | null {
  if (ending.kind !== "settings" || ending.problem.code !== "provider-without-ropg") return null;
  if (settings.from !== "login") return null;
  const domain = settings.provider.domain;
  return {
    rule: "choose-local-password",
    severity: "info",
    certainty: "documented",
    title: "People can choose a password for the Mac.",
    detail: "With OIDCNewPassword on, Jamf Connect asks for a local password instead of checking one.",
    where: { domain, keyPath: "OIDCNewPassword" },
    fix: {
      label: "Turn on OIDCNewPassword",
      patch: { op: "set", payload: { domain }, path: ["OIDCNewPassword"], value: true },
    },
    source: "https://learn.jamf.com",
  };
}
