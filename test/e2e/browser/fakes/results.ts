import type { Exchange, LoginResult, Outcome, Step } from "../../../../preload/contract.ts";
import { answeredWith, buildLoginResult, succeeded } from "../../../support/login-result.ts";

const request: Exchange = {
  line: "POST https://login.microsoftonline.com/7c1f2a54-90be-4d3a-8e17-5b2f6a0d44c9/oauth2/v2.0/token",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "grant_type=password&client_id=3f8d9c12-6a47-4e0b-9b5d-2c71e8a04f36&scope=openid+profile+email&username=m…@contoso.com&password=masked",
};

function answer(code: number, text: string): Exchange {
  return {
    line: "400 Bad Request",
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({
      error: "invalid_grant",
      error_description: `AADSTS${code}: ${text}`,
      error_codes: [code],
      correlation_id: "a7d0e5b2-1111-4000-8000-00000000091f",
    }),
  };
}

const skipped = (id: string, title: string): Step => ({
  id,
  title,
  status: "skipped",
  ms: 0,
  note: "No token.",
});

function checkSteps(end: Pick<Step, "status" | "response">): readonly Step[] {
  return [
    { id: "settings", title: "Settings", status: "ok", ms: 1, note: "Settings of com.jamf.connect." },
    {
      id: "discovery",
      title: "Discovery",
      status: "ok",
      ms: 84,
      request: {
        ...request,
        line: "GET https://login.microsoftonline.com/x/v2.0/.well-known/openid-configuration",
        body: "",
      },
      response: {
        line: "200 OK",
        headers: {},
        body: '{"issuer":"https://login.microsoftonline.com/x/v2.0"}',
      },
    },
    { id: "request", title: "Password request", ms: 316, request, ...end },
    { id: "answer", title: "Read the answer", status: "ok", ms: 1 },
    skipped("tokens", "Token checks"),
    skipped("account", "Account"),
  ];
}

const correct = buildLoginResult({
  jamfConnect: {
    why: "It reads AADSTS50076 as a correct password. The cost: one red line in the Entra log for every check.",
  },
  error: {
    code: 50076,
    name: "UserStrongAuthClientAuthNRequiredInterrupt",
    oauthError: "invalid_grant",
    suberror: "basic_action",
    description:
      "AADSTS50076: Due to a configuration change made by your administrator, you must use multi-factor authentication.",
    correlationId: "a7d0e5b2-1111-4000-8000-00000000091f",
  },
  steps: checkSteps({
    status: "failed",
    response: answer(
      50076,
      "Due to a configuration change made by your administrator, you must use multi-factor authentication to access '00000002-0000-0000-c000-000000000000'.",
    ),
  }),
  findings: [
    {
      rule: "ropg-noise",
      severity: "info",
      certainty: "inferred",
      title: "Give the check its own API app",
      detail: "Exclude that app from the policy, and the check leaves no failure.",
      where: {},
      fix: { label: "Show the steps", steps: ["Register an API app.", "Exclude it from the policy."] },
    },
  ],
});

const refused = (
  outcome: Outcome,
  code: number,
  sentence: string,
  why: string,
  passwordVerdict: LoginResult["passwordVerdict"],
): LoginResult =>
  answeredWith(code, outcome, {
    sentence,
    passwordVerdict,
    jamfConnect: { accepts: false, why },
    factorEvidence: "The answer does not say.",
    error: { code, oauthError: "invalid_grant", description: `AADSTS${code}: ${sentence}` },
    signInLog: { note: "A failure." },
    steps: checkSteps({ status: "failed", response: answer(code, sentence) }),
  });

const early = (outcome: Outcome, sentence: string, why: string): LoginResult =>
  buildLoginResult({
    outcome,
    sentence,
    passwordVerdict: "not-checked",
    jamfConnect: { accepts: null, certainty: "inferred", why },
    factor: "unknown",
    factorEvidence: "The run did not get far enough to tell.",
    error: null,
    signInLog: { errorCode: 0, note: "The sign-in log has no line for this run." },
    steps: [
      { id: "settings", title: "Settings", status: "ok", ms: 1 },
      { id: "discovery", title: "Discovery", status: "failed", ms: 22, note: "No answer came." },
      { ...skipped("request", "Password request"), note: "No token." },
    ],
  });

/** One result for each outcome that a run can have. */
export const results: Readonly<Record<Outcome, LoginResult>> = {
  succeeded: succeeded("oidc", {
    sentence: "Signed in.",
    passwordVerdict: "correct",
    jamfConnect: { why: "It creates the account below." },
    factor: "multi",
    factorEvidence: "amr of the ID token: pwd, mfa.",
    signInLog: { note: "A successful interactive sign-in." },
    account: {
      shortName: "mira.keller",
      fullName: "Mira Keller",
      role: "standard",
      because: { shortName: "from upn", fullName: "from name", role: "no MacAdmin in roles" },
      decidedBy: { shortName: [], fullName: ["name"], role: ["roles"] },
    },
    tokens: {
      id: {
        claims: {
          iss: "https://login.microsoftonline.com/x/v2.0",
          name: "Mira Keller",
          exp: 1763377200,
          roles: ["Staff"],
        },
        header: { alg: "RS256", kid: "k1" },
        signature: "valid",
        checks: [
          {
            id: "signature",
            title: "Signature",
            outcome: "passed",
            detail: "It fits a key of the provider's key set.",
          },
        ],
        problems: [],
      },
    },
    steps: [
      { id: "settings", title: "Settings", status: "ok", ms: 1 },
      { id: "sign-in", title: "Sign-in", status: "ok", ms: 12_400 },
      {
        id: "exchange",
        title: "Code exchange",
        status: "ok",
        ms: 210,
        request,
        response: { line: "200 OK", headers: {}, body: '{"id_token":"masked","access_token":"masked"}' },
      },
    ],
  }),
  "password-correct": correct,
  "password-wrong": refused(
    "password-wrong",
    50126,
    "The password is wrong.",
    "Jamf Connect asks again.",
    "wrong",
  ),
  "password-expired": refused(
    "password-expired",
    50055,
    "The password is correct but has expired.",
    "Jamf Connect asks for a new one.",
    "correct",
  ),
  blocked: refused(
    "blocked",
    53003,
    "A Conditional Access policy blocks this sign-in. The password is correct.",
    "Nobody gets past the login window.",
    "correct",
  ),
  account: refused(
    "account",
    50057,
    "The account is disabled.",
    "Jamf Connect treats it as a wrong password.",
    "unknown",
  ),
  misconfigured: refused(
    "misconfigured",
    7000218,
    "The app does not allow public client flows.",
    "No password was checked.",
    "not-checked",
  ),
  unreachable: early("unreachable", "login.microsoftonline.com could not be reached.", "Nothing was sent."),
  cancelled: early("cancelled", "You stopped the test at Discovery.", "No password was checked."),
  unclear: {
    ...early("unclear", "Entra answered something this app does not know.", "Treat it as not accepted."),
    passwordVerdict: "unknown",
  },
};
