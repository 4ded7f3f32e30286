import { decides, offers } from "./explained.ts";
import type { PublicCase } from "./public-case.ts";

const page = (...rows: readonly (readonly [string, string])[]) =>
  rows.map(([name, value]) => `${name}\t${value}`).join("\n");

/** A: words never decide, and never before a code. */
const beforeCodes: readonly PublicCase[] = [
  decides(
    "A",
    "details of a sign-in in the portal, whose reason says blocked",
    "e01-portal-50105.txt",
    page(
      ["Date", "12/4/2026, 07:20:11"],
      ["Request ID", "5b3f2c11-0000-4000-8000-000000000001"],
      ["Status", "Failure"],
      ["Sign-in error code", "50105"],
      [
        "Failure reason",
        "The application blocks users who were not assigned to it. Let an administrator assign access.",
      ],
      ["User", "Robin"],
      ["Application", "Jamf Connect"],
    ),
    { kind: "code", code: 50105 },
  ),
  decides(
    "A",
    "a symptom and a number of the log",
    "e03-forum-symptom-and-number.txt",
    "An error occurred. Contact your IT administrator: that is all Jamf Connect says after Microsoft's page. The Azure log of the same minute shows error 50105.",
    { kind: "code", code: 50105 },
  ),
  decides(
    "A",
    "locked or disabled, with the code",
    "f07-locked-50057.txt",
    "The user is locked out or disabled; the log of sign-ins shows 50057",
    { kind: "code", code: 50057, name: "UserDisabled" },
  ),
  offers("A", "login failed, and no more", "e25-login-failed.txt", "Login failed", "login-failed"),
  decides(
    "A",
    "a sign-in that fails, with the word of the protocol",
    "f05-code-fails-sign-in.txt",
    "Sign in fails with error: unauthorized_client",
    { kind: "oauth-error", name: "unauthorized_client" },
  ),
  offers(
    "A",
    "the page of a blocked account",
    "e74-not-registered.txt",
    "Your account is blocked: we've detected suspicious activity on your account.",
    "risk-block-page",
  ),
  offers(
    "A",
    "FileVault, then Jamf Connect",
    "e29-unlock.txt",
    "People unlock FileVault and then see the login window of Jamf Connect again",
    "filevault-then-login-window",
  ),
  offers(
    "A",
    "a wrong clock",
    "e30-clock.txt",
    "The clock on this Mac was wrong, nobody could sign in",
    "network-clock-skew",
  ),
  offers(
    "A",
    "MFA without end",
    "e49-mfa-loop.txt",
    "no one gets in: the MFA prompt loops for ever",
    "mfa-loop",
  ),
  offers(
    "A",
    "an asterisk in a name",
    "e47-risky.txt",
    "An asterisk in the user name is not allowed, the sign in page calls it invalid",
    null,
  ),
  offers("A", "lock in block", null, "The new blocks of the account team change after lunch", null),
  offers("A", "log in catalog", null, "The catalog of errors failed in the blog", null),
  offers(
    "A",
    "a password that is right, by somebody's word",
    null,
    "the password is right, I typed it twice",
    "right-password-refused",
  ),
  offers("A", "a number of people", null, "We have 50126 students and one password", null),
  decides(
    "A",
    "two codes in one text, both explained",
    null,
    "First AADSTS50011, and after the redirect was fixed AADSTS7000218",
    [{ code: 50011 }, { code: 7000218 }],
  ),
  {
    ...decides("A", "two codes in two words", null, "", [{ code: 50076 }, { code: 50126 }]),
    call: ["explain", "50076", "50126", "--json"],
  },
  decides(
    "A",
    "a code that only wraps another",
    null,
    '{"error":"invalid_grant","error_codes":[70002,50126]}',
    { code: 50126 },
  ),
  decides(
    "A",
    "a code in German",
    null,
    "AADSTS50105: Der Administrator hat die Anwendung für dieses Konto nicht freigegeben.",
    { code: 50105 },
  ),
  offers(
    "A",
    "German without a code",
    null,
    "Das Konto wurde gesperrt, und das Kennwort ist nicht richtig",
    null,
  ),
  offers("A", "a code that text recognition damaged", null, "AADST550076", "50076"),
  offers("A", "nothing but emoji", null, "🔐🙈 🚫", null),
  offers(
    "A",
    "64 kB of a novel",
    null,
    "The lock of the door failed, and the account of the night was wrong. Nobody had asked for the password. "
      .repeat(700)
      .slice(0, 65_536),
    null,
  ),
];

/** B: a row, a page or an answer without a failure is called that. */
const withoutFailure: readonly PublicCase[] = [
  decides(
    "B",
    "a row of Graph that succeeded",
    "e54-graph-signin-success.json",
    JSON.stringify({
      id: "0d3c5b8f-0000-4000-8000-000000000001",
      createdDateTime: "2026-05-04T06:12:09Z",
      userPrincipalName: "robin@contoso.example",
      authenticationProtocol: "ropc",
      conditionalAccessStatus: "success",
      riskDetail: "none",
      riskState: "none",
      status: { errorCode: 0, failureReason: "Other.", additionalDetails: null },
      appliedConditionalAccessPolicies: [],
    }),
    { kind: "no-failure", code: 0 },
  ),
  decides(
    "B",
    "the portal's details of a success",
    "e56-portal-success.txt",
    page(
      ["Date", "5/4/2026, 8:12:09 AM"],
      ["Status", "Success"],
      ["User", "Robin"],
      ["Application", "Jamf Connect"],
      ["Authentication requirement", "Single-factor authentication"],
      ["Flagged for review", "No"],
      ["Risk state", "None"],
    ),
    { kind: "no-failure", code: 0 },
  ),
  decides(
    "B",
    "a row of Azure Monitor that succeeded",
    null,
    '{"category":"NonInteractiveUserSignInLogs","ResultType":"0","ResultDescription":"","RiskState":"none"}',
    { kind: "no-failure", code: 0 },
  ),
  decides(
    "B",
    "a line of CSV that succeeded",
    null,
    "2026-05-04T06:12:09Z,5b3f2c11-0000-4000-8000-000000000001,agent,c-1,u-1,Robin,Success,,Risk state,None",
    { kind: "no-failure", code: 0 },
  ),
  decides("B", "tokens", null, '{"token_type":"Bearer","expires_in":3599,"access_token":"opaque"}', {
    kind: "no-failure",
    name: "tokens",
  }),
  {
    ...decides(
      "B",
      "an address with a secret in it",
      null,
      "https://127.0.0.1/jamfconnect?code=0.hunter22&state=s-1",
      {
        kind: "no-failure",
        name: "callback",
      },
    ),
    neverSays: ["hunter22", "s-1"],
  },
  decides(
    "B",
    "two rows, of which one failed",
    null,
    JSON.stringify([0, 50126].map((errorCode) => ({ appId: "a", status: { errorCode } }))),
    { kind: "code", code: 50126 },
  ),
  offers(
    "B",
    "details that say failure and no code",
    null,
    page(["Date", "5/4/2026"], ["Status", "Failure"], ["User", "Robin"], ["Application", "Jamf Connect"]),
    null,
  ),
];

/** I: numbers and words of ordinary text are no network fault. */
const networkWords: readonly PublicCase[] = [
  offers(
    "I",
    "milliseconds of a log line",
    "e62-log-ms-407.txt",
    "2026-05-04 06:12:09.407 Df Jamf Connect[611:2f1] [com.jamf.connect:Network] Check of the password done",
    null,
  ),
  offers(
    "I",
    "a product that is called proxy",
    "f02-app-proxy.txt",
    "We publish apps with Entra application proxy. Since then the menu bar of Jamf Connect asks for MFA",
    "mfa-since-a-change",
  ),
  offers("I", "a line that ends in .511", null, "06:12:09.511 check done", null),
  offers("I", "a certificate of a course", null, "The certificate of the course has no date", null),
  offers("I", "a bad portrait", null, "a bad portrait of the team", null),
  offers("I", "a proxy in words", null, "behind our proxy the login is blocked", "network-proxy"),
  decides("I", "a proxy in curl's words", null, "curl: (56) CONNECT tunnel failed, response 407", {
    kind: "network",
    name: "proxy-login",
  }),
  decides("I", "a fault of macOS by its number", null, "Error Domain=NSURLErrorDomain Code=-1003", {
    kind: "network",
    name: "dns",
  }),
];

export const words: readonly PublicCase[] = [...beforeCodes, ...withoutFailure, ...networkWords];
