import { usualRedirectUri } from "../../providers/jamf-redirect.ts";
import { findPlaceholder } from "../../text/placeholder.ts";
import { hitAt, quoted } from "../hit.ts";
import type { LintRule } from "../rule.ts";
import { soundLogin } from "../sound-settings.ts";

/** A redirect URI other than the one that Jamf recommends. */
export const redirectUriUnusual: LintRule = {
  id: "redirect-uri-unusual",
  group: "identity",
  name: "The redirect URI is not the usual one",
  severity: "info",
  certainty: "documented",
  why: "Jamf recommends https://127.0.0.1/jamfconnect, which is never opened: the login window stops there and takes the code. Another address works where it stands in the app registration to the letter. One that differs from the usual one by a slash, by http or by localhost is mostly a slip of the pen, and a warning.",
  source:
    "https://learn.jamf.com/r/en-US/jamf-connect-documentation-current/Login_Window_Authentication_Settings",
  fires: {
    settings: {
      "com.jamf.connect.login": { ...soundLogin, OIDCRedirectURI: `${usualRedirectUri}/` },
    },
  },
  silent: { settings: { "com.jamf.connect.login": soundLogin } },
  check: ({ signIn }) => {
    const uri = signIn?.redirectUri;
    if (uri === undefined || uri.keyPath === null) return [];
    const text = uri.value.trim();
    // What is no address at all has a rule of its own.
    if (text === usualRedirectUri || !URL.canParse(text) || findPlaceholder(text) !== null) return [];
    if (/^jamfconnect:\/\//u.test(text)) return [];
    const isNear = /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::443)?\/jamfconnect\/?$/iu.test(text);
    return [
      hitAt(
        { domain: uri.domain, keyPath: uri.keyPath },
        {
          severity: isNear ? "warning" : "info",
          title: isNear
            ? "The redirect URI is almost the usual one."
            : "The redirect URI is not the usual one.",
          detail: `It is ${quoted(uri.value)}; Jamf recommends ${usualRedirectUri}. It has to stand in the app registration to the letter.`,
          fix: {
            label: "Compare it with the registration",
            steps: [
              "Compare it with the redirect URIs of the app registration, or use the usual one in both places.",
            ],
          },
        },
      ),
    ];
  },
};
