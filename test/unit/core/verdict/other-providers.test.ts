import { expect, test } from "vitest";
import { decide } from "../../../../main/core/verdict/decide.ts";
import { readErrorBody } from "../../../../main/core/verdict/entra-error.ts";

function checked(error: string, description: string) {
  const answer = readErrorBody({ error, error_description: description });
  if (answer === null) throw new Error("not an error body");
  return decide({
    kind: "ropg",
    provider: "Custom",
    ending: { kind: "provider-error", answer, at: "request" },
    successCodes: [],
  });
}

test.each([
  [
    "AD FS, wrong password",
    "invalid_grant",
    "MSIS9659: Invalid 'username' or 'password'.",
    "password-wrong",
    "wrong",
    false,
  ],
  ["AD FS, unknown resource", "invalid_resource", "MSIS9602: unknown.", "misconfigured", "not-checked", null],
  ["Keycloak, open actions", "invalid_grant", "Account is not fully set up", "account", "unknown", null],
  [
    "Keycloak, no direct grant",
    "unauthorized_client",
    "Client not allowed for direct access grants",
    "misconfigured",
    "not-checked",
    null,
  ],
  [
    "Okta, sign-on policy",
    "invalid_grant",
    "Resource owner password credentials authentication denied by sign on policy.",
    "password-correct",
    "correct",
    null,
  ],
  ["nothing that is known", "invalid_grant", "It went wrong.", "unclear", "unknown", false],
  ["a word of the protocol", "mfa_required", "", "password-correct", "correct", true],
] as const)(
  "a password check says what the provider's own text means: %s",
  (_, error, text, outcome, passwordVerdict, accepts) => {
    expect(checked(error, text)).toMatchObject({ outcome, passwordVerdict, jamfConnect: { accepts } });
  },
);
