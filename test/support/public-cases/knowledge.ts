import { decides, offers } from "./explained.ts";
import type { PublicCase } from "./public-case.ts";

const answer = (error: string, description: string) =>
  JSON.stringify({ error, error_description: description });

/** J: errors of other providers than Entra. */
const otherProviders: readonly PublicCase[] = [
  decides(
    "J",
    "Okta refuses the login",
    "e20-okta-e0000004.txt",
    '{"errorCode":"E0000004","errorSummary":"Authentication failed","errorId":"oae1","errorCauses":[]}',
    { kind: "provider-error", name: "E0000004" },
  ),
  decides(
    "J",
    "AD FS refuses name or password",
    "e14-adfs-msis9659.txt",
    answer("invalid_grant", "MSIS9659: Invalid 'username' or 'password'."),
    { kind: "provider-error", name: "MSIS9659", passwordVerdict: "wrong" },
  ),
  decides(
    "J",
    "Keycloak waits for required actions",
    "e17-keycloak-setup.txt",
    answer("invalid_grant", "Account is not fully set up"),
    { kind: "provider-error", name: "keycloak-not-set-up", passwordVerdict: "unknown" },
  ),
  decides(
    "J",
    "Google does not know the redirect URI",
    "e19-google-redirect.txt",
    "Error 400: redirect_uri_mismatch\nThis app does not comply with Google's policy. Request details: redirect_uri=https://127.0.0.1/jamfconnect",
    { kind: "provider-error", name: "redirect_uri_mismatch", passwordVerdict: "not-checked" },
  ),
  decides(
    "J",
    "Okta's sign-on policy wants a second factor",
    null,
    answer("invalid_grant", "Resource owner password credentials authentication denied by sign on policy."),
    { kind: "provider-error", name: "okta-sign-on-policy" },
  ),
  decides(
    "J",
    "Keycloak's client may not check passwords",
    null,
    answer("unauthorized_client", "Client not allowed for direct access grants"),
    {
      kind: "provider-error",
      name: "keycloak-no-direct-grant",
      passwordVerdict: "not-checked",
    },
  ),
  decides(
    "J",
    "AD FS does not know the redirect URI",
    null,
    "Error details: MSIS9224: Received invalid OAuth authorization request.",
    {
      kind: "provider-error",
      name: "MSIS9224",
    },
  ),
  decides(
    "J",
    "a federation service refuses over WS-Trust",
    null,
    "WsTrust server returned error in RSTR: {'reason': 'ID3242: The security token could not be authenticated or authorized.', 'code': 'a:FailedAuthentication'}",
    { kind: "provider-error", name: "ws-trust-failed-authentication" },
  ),
  offers(
    "J",
    "a sentence of Keycloak without its answer",
    null,
    "Invalid user credentials",
    "keycloak-wrong-credentials",
  ),
];

/** K: codes that the catalogue lacked, and codes that are newer than it. */
const newCodes: readonly PublicCase[] = [
  decides(
    "K",
    "a confirmation is wanted",
    "e60-cmsi-399218.txt",
    '{"error":"interaction_required","error_description":"AADSTS399218: user confirmation is required. Trace ID: 0d3c5b8f-0000-4000-8000-000000000001","error_codes":[399218]}',
    { kind: "code", code: 399218, passwordVerdict: "unknown" },
  ),
  decides("K", "a device that the tenant does not have", null, "AADSTS700003", {
    code: 700003,
    assessed: false,
  }),
  decides("K", "a remote session that was denied", null, "1003033", { code: 1003033, assessed: false }),
  {
    ...decides("K", "a code that is newer than the list", null, "AADSTS99999999: something new", {
      kind: "unknown-code",
      code: 99999999,
      links: [{ url: "https://login.microsoftonline.com/error?code=99999999" }],
    }),
    exit: 2,
    says: ["is not in the catalogue"],
  },
];

/** L: what people write in forums, without a code. */
const forums: readonly PublicCase[] = [
  offers(
    "L",
    "asked every quarter of an hour",
    "e35-prompt-loop.txt",
    "Jamf Connect keeps asking our users to sign in every 15 minutes, although both passwords are the same",
    "prompt-loop",
  ),
  offers(
    "L",
    "a white window",
    "e37-white-window.txt",
    "The network login window of Jamf Connect stays white, nothing loads",
    "white-window",
  ),
  offers(
    "L",
    "a standard user with the role of an admin",
    "e39-standard-not-admin.txt",
    "Jamf Connect makes standard users out of people who have the Admin app role",
    "standard-not-admin",
  ),
  offers(
    "L",
    "Duo came in",
    "e43-duo.txt",
    "Since Duo is our custom control the menu bar of Jamf Connect says wrong password",
    "another-providers-mfa",
  ),
  offers(
    "L",
    "127.0.0.1 refuses",
    "e45-redirect-jamfconnect.txt",
    "Behind the Microsoft login the browser shows: 127.0.0.1 refused to connect",
    "loopback-refused",
  ),
  offers(
    "L",
    "the page of Conditional Access",
    "e75-sspr.txt",
    "You cannot access this right now. Your sign-in was successful but does not meet the criteria",
    "conditional-access-page",
  ),
  offers(
    "L",
    "a greeting without a name",
    "e63-setup-manager-177.txt",
    'Setup Manager is done, then the login window says "Hello ." and wants the password again, but refuses the right password',
    "setup-manager-no-name",
  ),
  offers(
    "L",
    "a key at the login window",
    null,
    "YubiKeys do not work at the Jamf Connect login window",
    "security-key-at-login",
  ),
  offers(
    "L",
    "Platform SSO beside it",
    null,
    "With Platform SSO the password sync of Jamf Connect fails",
    "platform-sso-beside",
  ),
  offers(
    "L",
    "the change of the password is blocked",
    null,
    "The window to change the password is blocked, the device is not compliant",
    "password-change-window-compliance",
  ),
  offers("L", "approval of an admin", null, "Microsoft shows: Need admin approval", "needs-admin-approval"),
  offers(
    "L",
    "Apple's own window",
    null,
    "After the update the standard macOS login window appears instead of Jamf Connect",
    "macos-login-window-instead",
  ),
  offers(
    "L",
    "no network",
    null,
    "Without internet nobody can log in at the login window",
    "offline-nobody-logs-in",
  ),
  offers(
    "L",
    "a second home folder",
    null,
    "Each login creates a second account with a new home folder",
    "second-account",
  ),
];

export const knowledge: readonly PublicCase[] = [...otherProviders, ...newCodes, ...forums];
