import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "../../../../main/core/explain/explain.ts";
import { symptoms } from "../../../../main/core/explain/symptoms.ts";
import { assertProperty } from "../../../support/assert-property.ts";

describe("explain", () => {
  test.each([
    ["50076", 50076],
    ["AADSTS50076", 50076],
    [" aadsts50126 ", 50126],
    ["AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password.", 50126],
    ['{"error":"invalid_grant","error_codes":[70002,50055],"error_description":"AADSTS70002"}', 50055],
    ['HTTP 400 {"error":"invalid_client","error_description":"AADSTS7000218: …"} end', 7000218],
    [
      "https://127.0.0.1/jamfconnect?error=access_denied&error_description=AADSTS65004%3a+User+declined&state=x",
      65004,
    ],
    ["https://127.0.0.1/jamfconnect#error=x&error_description=AADSTS50105", 50105],
    ["https://login.microsoftonline.com/error?code=50011", 50011],
    ['{"createdDateTime":"2026-11-23T09:00:00Z","status":{"errorCode":50126,"failureReason":"x"}}', 50126],
    ['"ResultType":"53003","ResultDescription":"x"', 53003],
    ["2026-11-23T08:19:41Z,req,agent,corr,user,Robin,Failure,50053,reason", 50053],
    ["the login ends with 50105, why", 50105],
    ["The request body must contain 'resource' AADSTS900144", 900144],
  ])("finds the code in %s", (text, code) => {
    expect(explain(text)).toMatchObject({ kind: "code", code });
  });

  test("gives everything the catalogue has, and what stood beside the code", () => {
    const found = explain(
      '{"error":"invalid_grant","error_codes":[53003],"correlation_id":"c-1","claims":"{\\"access_token\\":{\\"capolids\\":{\\"values\\":[\\"p-1\\"]}}}"}',
    );
    expect(found).toMatchObject({
      code: 53003,
      passwordVerdict: "correct",
      error: { correlationId: "c-1", policyIds: ["p-1"] },
    });
    for (const member of [
      "name",
      "meaning",
      "certainty",
      "fix",
      "jamfConnect",
      "signInLog",
      "cause",
      "risk",
    ]) {
      expect(found).toHaveProperty(member);
    }
  });

  test.each([
    ["https://127.0.0.1/jamfconnect?error=invalid_scope", "oauth-error", "invalid_scope"],
    ['{"error":"mfa_required"}', "oauth-error", "mfa_required"],
    ["what does unauthorized_client mean", "oauth-error", "unauthorized_client"],
    ["Error: getaddrinfo ENOTFOUND login.example", "network", "dns"],
    ["self-signed certificate in certificate chain", "network", "tls-untrusted"],
    ["NSURLErrorDomain Code=-1001 The request timed out", "network", "timeout"],
    ["An error occurred. Contact your IT administrator", "symptom", "login-good-then-error"],
    ["the ROPG test asks for a parameter resource", "symptom", "ropg-asks-for-resource"],
    ["ROPG test requires the client secret", "symptom", "ropg-asks-for-secret"],
    ["ROPGScopes key gives an invalid keys error and is removed", "symptom", "ropgscopes-refused"],
    ["users get locked out after they change the password", "symptom", "locked-after-password-change"],
    ["MFA failures since June for the password check", "symptom", "mfa-failures-came-back"],
    [
      "wrong password in Self Service+, but the user can log in to the portal",
      "symptom",
      "right-password-refused",
    ],
    ["the password prompt keeps coming back although it is right", "symptom", "right-password-refused"],
    ["users see no MFA at the login window", "symptom", "no-mfa-at-login"],
    ["nobody is prompted for MFA again, the login works without", "symptom", "no-mfa-at-login"],
    ["users are listed as risky sign-ins", "symptom", "risky-users"],
    ["many failed logins in the Azure sign-in logs", "symptom", "red-lines-in-the-log"],
  ])("%s", (text, kind, name) => {
    expect(explain(text)).toMatchObject({ kind, name });
  });

  test.each([
    ["getaddrinfo ENOTFOUND login.contoso.example", "login.contoso.example was not found."],
    ["ECONNREFUSED", "The host refused the connection."],
    [
      "unable to get local issuer certificate",
      "The certificate of the host is not trusted by this machine, so nothing was sent.",
    ],
    [
      "https://login.contoso.example/x: self-signed certificate",
      "The certificate of login.contoso.example is not trusted by this machine, so nothing was sent.",
    ],
  ])("a network fault names its host: %s", (text, meaning) => {
    expect(explain(text)?.meaning).toBe(meaning);
  });

  test("every symptom is found by its own title and says what to test first", () => {
    for (const symptom of symptoms) {
      expect.soft(explain(symptom.title)?.name).toBe(symptom.id);
      expect.soft(symptom.suspects[0]?.test.length).toBeGreaterThan(10);
    }
  });

  test("masks what was pasted beside an error", () => {
    const token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl";
    const pasted = [
      `AADSTS50126: wrong. password=hunter22 username=megan@contoso.com Authorization: Bearer opaque-1 ${token}`,
      `{"error":"invalid_grant","error_codes":[50126],"error_description":"client_secret=hunter22 ${token}","suberror":"${token}","correlation_id":"${token}"}`,
      `https://127.0.0.1/x?error=${token}&error_description=AADSTS65004+code%3Dhunter22`,
    ];
    for (const text of pasted) {
      const shown = JSON.stringify(explain(text));
      expect(shown).toContain("masked");
      for (const secret of ["hunter22", "megan", "opaque-1", "eyJ"]) expect(shown).not.toContain(secret);
    }
  });

  test("does not take what stands before the @ of an address for its host", () => {
    expect(explain("ECONNREFUSED https://hunter22:x@login.example/a")?.meaning).toBe(
      "login.example refused the connection.",
    );
  });

  test("comes to an end with 400 kB that are made to be slow", () => {
    const long = (part: string) => part.repeat(Math.ceil(400_000 / part.length));
    for (const part of [
      "a",
      "AADSTS",
      "-eyJaaaaa",
      "[",
      '{"a":',
      ",",
      "Trace ID: ",
      "certificate ",
      "a=b&",
    ]) {
      expect(() => explain(long(part))).not.toThrow();
    }
    const description = long("AADSTS50076 ");
    expect(explain(description)?.error?.description.length).toBeLessThan(2100);
  });

  test.each(["", "hello", "99999999", "AADSTS99999999", "https://contoso.example/"])(
    "knows nothing about %j",
    (text) => {
      expect(explain(text)).toBeNull();
    },
  );

  test("never throws", () => {
    assertProperty(fc.property(fc.string({ maxLength: 300 }), (text) => void explain(text)));
    assertProperty(
      fc.property(
        fc.string({ maxLength: 60 }),
        (text) => void explain(`https://h.example/?error=${text}#code=${text}`),
      ),
    );
  });
});
