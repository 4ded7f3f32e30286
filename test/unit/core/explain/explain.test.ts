import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explain } from "../../../../main/core/explain/explain.ts";
import { explainText } from "../../../../main/core/explain/explain-text.ts";
import { networkErrors } from "../../../../main/core/verdict/network-errors.ts";
import { assertProperty } from "../../../support/assert-property.ts";

const codes = (text: string) => explain(text).map(({ code }) => code);
const first = (text: string) => explain(text)[0];

describe("a code decides", () => {
  test.each([
    ["50076", [50076]],
    ["AADSTS50076", [50076]],
    [" aadsts50126 ", [50126]],
    ["AADSTS 50105", [50105]],
    ["AADSTS: 50105 and nothing else", [50105]],
    ["AADSTS70002: Error validating credentials. AADSTS50126: Invalid username or password.", [50126]],
    ['{"error":"invalid_grant","error_codes":[70002,50055],"error_description":"AADSTS70002"}', [50055]],
    ['HTTP 400 {"error":"invalid_client","error_description":"AADSTS7000218: …"} end', [7000218]],
    [
      "https://127.0.0.1/jamfconnect?error=access_denied&error_description=AADSTS65004%3a+User+declined&state=x",
      [65004],
    ],
    ["https://127.0.0.1/jamfconnect#error=x&error_description=AADSTS50105", [50105]],
    ["https://login.microsoftonline.com/error?code=50011", [50011]],
    ['{"createdDateTime":"2026-11-23T09:00:00Z","status":{"errorCode":50126,"failureReason":"x"}}', [50126]],
    ['"ResultType":"53003","ResultDescription":"x"', [53003]],
    [
      "2026-11-23T08:19:41Z,5b3f2c11-0000-4000-8000-000000000001,agent,corr,user,Robin,Failure,50053,reason",
      [50053],
    ],
    ["The request body must contain 'resource' AADSTS900144", [900144]],
    // Several, the deciding one first.
    ["50076 50126", [50076, 50126]],
    ["70002 50126", [50126, 70002]],
    ["AADSTS50076, 50079 and 50158", [50076, 50079, 50158]],
    ["first AADSTS50011, and after the change AADSTS7000218", [50011, 7000218]],
    ["the sign-in log shows 50057, the window shows AADSTS50020", [50020, 50057]],
    // As people write numbers.
    ["50126: Error validating credentials due to invalid username or password", [50126]],
    ["errors 50076/50079 in the log", [50076, 50079]],
    ["errors 50076,50079,50158", [50076, 50079, 50158]],
    ["Error 50000 came up", [50000]],
    ["it ends with a 50126 error", [50126]],
    ["the window says error code 50105, and the sign-in log shows 50126 for the same user", [50105, 50126]],
    ["status code: 50105", [50105]],
    // A code in another language.
    ["Fehler bei der Anmeldung, AADSTS50105: Der Benutzer ist nicht zugewiesen", [50105]],
    ["サインインできません AADSTS53003", [53003]],
    // Words beside a code change nothing.
    ["An error occurred. Contact your IT administrator. The log shows error 50105.", [50105]],
    ["accounts get locked after a password change, Sign-in error code: 50057", [50057]],
  ])("%s", (text, expected) => {
    expect(codes(text)).toEqual(expected);
    expect(first(text)?.kind).toBe("code");
  });

  test("gives everything the catalogue has, and what stood beside the code", () => {
    const found = first(
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
    ["99999999", null],
    ["AADSTS99999999: Something new", null],
    ['{"error":"interaction_required","error_description":"AADSTS399999: new"}', "interaction_required"],
    ['{"error":"invalid_grant","error_codes":[70002,99999999]}', "invalid_grant"],
  ])("a code that is not listed says so, with the link to look it up: %s", (text, word) => {
    const found = first(text);
    expect(found).toMatchObject({
      kind: "unknown-code",
      assessed: false,
      passwordVerdict: "unknown",
      jamfConnect: { accepts: null },
      links: [{ url: `https://login.microsoftonline.com/error?code=${found?.code}` }],
    });
    expect(explain(text)).toHaveLength(1);
    if (word !== null) expect(found?.meaning).toContain(word);
  });
});

describe("a number is a code only where it is called one", () => {
  test.each([
    "our school has 50126 students and the Macs are fine",
    "we roll out to 50000 users",
    "about 53000 sign-ins a day",
    "ticket 50105 is about the projector",
    "Berlin 10115, Munich 50053, Ulm 80331",
    "port 50076",
    "build 50034.2",
    "call 0049-50126-77",
    "1,50126",
    "50126,5",
    "we had 50000 errors, with 53000 of them new",
    "https://community.jamf.com/t5/x/m-p/50126",
    "50126: Bergheim",
    "it cost € 50055",
    "1.50126",
  ])("%s", (text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe("a number that a verb, a bracket or another code's name stands beside is offered and never taken", () => {
  test.each([
    ["We got 50034 of them enrolled", []],
    ["the sign-in log shows 50126 of them", []],
    ["AADSTS is fine, and 50126 of our people too", []],
    ["our school with 50126 and a smaller one", [50126]],
    ["I saw 70043 go by", [70043]],
    ["the door log shows 50126", [50126]],
    ["the login ends with 50105, why", [50105]],
    ["access was blocked (53003)", [53003]],
    ["we are full of 50126 errors", [50126]],
    ["we dropped 50126 rows, 50034 lines and 50105 events", [50126, 50034, 50105]],
    ["errors: 50126 in March", [50126]],
    ["the check is failing with 50034", [50034]],
    ["our zip code 50126 is in Florence", [50126]],
    ["Postal code: 50126", [50126]],
    ["barcode 50126", [50126]],
    ["door-code 50126", [50126]],
    ["terrors 50126", [50126]],
    ["50126: users on the new plan", [50126]],
    ["50053: Munich, access road", [50053]],
  ])("%s", (text, numbers) => {
    expect(explain(text)).toEqual([]);
    const answer = explainText(text);
    if (!answer.ok || answer.value.kind !== "candidates") throw new Error("it was asserted");
    const names = answer.value.candidates.flatMap(({ name, kind }) => (kind === "code" ? [name] : []));
    expect(names).toEqual(numbers.map(String));
  });
});

describe("an answer of a provider or the network decides", () => {
  test.each([
    ["https://127.0.0.1/jamfconnect?error=invalid_scope", "oauth-error", "invalid_scope"],
    ['{"error":"mfa_required"}', "oauth-error", "mfa_required"],
    ["unauthorized_client", "oauth-error", "unauthorized_client"],
    ["unauthorized_client: this client may not", "oauth-error", "unauthorized_client"],
    ["The window closed.\ninvalid_scope\nNothing else.", "oauth-error", "invalid_scope"],
    ["Sign in fails, error: unauthorized_client", "oauth-error", "unauthorized_client"],
    ["error=access_denied, later error=invalid_scope", "oauth-error", "access_denied"],
    ["MSIS9659 Invalid username or password", "provider-error", "MSIS9659"],
    ["<s:Text>ID3242: The security token</s:Text>", "provider-error", "ws-trust-failed-authentication"],
    ["invalid_grant: MSIS9224: Received invalid", "provider-error", "MSIS9224"],
    ["Error: getaddrinfo ENOTFOUND login.example", "network", "dns"],
    ["curl: (6) Could not resolve host: login.example", "network", "dns"],
    ["self-signed certificate in certificate chain", "network", "tls-untrusted"],
    ["NSURLErrorDomain Code=-1001 The request timed out", "network", "timeout"],
    ["Error Domain=NSURLErrorDomain Code=-1009", "network", "offline"],
    ["curl: (56) Received HTTP code 407 from proxy after CONNECT", "network", "proxy-login"],
    ["HTTP/1.1 407 Proxy Authentication Required", "network", "proxy-login"],
    ["net::ERR_TUNNEL_CONNECTION_FAILED", "network", "proxy"],
    ["SSL certificate problem: certificate has expired", "network", "tls-date"],
    ["The operation couldn’t be completed. (NSURLErrorDomain error -1009.)", "network", "offline"],
    ["NSURLErrorDomain Code=-999, then NSURLErrorDomain Code=-1003", "network", "dns"],
    ['"The Internet connection appears to be offline."', "network", "offline"],
    ["Error: read ECONNRESET\nlater ENOTFOUND", "network", "reset"],
    ["cause: { code: 'UND_ERR_CONNECT_TIMEOUT' }", "network", "timeout"],
    ["net::ERR_NAME_NOT_RESOLVED", "network", "dns"],
    ["status code: 407", "network", "proxy-login"],
    ['{"errorCode":"E0000047","errorSummary":"API call exceeded rate limit"}', "provider-error", "E0000047"],
    [
      '{"error":"invalid_grant","error_description":"Invalid user credentials"}',
      "provider-error",
      "keycloak-wrong-credentials",
    ],
  ])("%s", (text, kind, name) => {
    expect(explain(text)).toMatchObject([{ kind, name }]);
  });

  test.each([
    ["getaddrinfo ENOTFOUND login.contoso.example", "login.contoso.example was not found."],
    ["ECONNREFUSED", "The host refused the connection."],
    [
      "unable to get local issuer certificate",
      "The certificate of the host is not trusted by the machine that asked, so nothing was sent.",
    ],
    [
      "https://login.contoso.example/x: self-signed certificate",
      "The certificate of login.contoso.example is not trusted by the machine that asked, so nothing was sent.",
    ],
  ])("a network fault names its host: %s", (text, meaning) => {
    expect(first(text)?.meaning).toBe(meaning);
  });

  test.each([
    ["it was not E0000004 but something else", ["E0000004"]],
    ["the docs say mfa_required is fine", ["mfa_required"]],
    ["what does unauthorized_client mean", ["unauthorized_client"]],
    ["AD FS says MSIS9224 after the sign-in", ["MSIS9224"]],
    ["mfa_required is fine, say the docs", ["mfa_required"]],
    [
      "not login_required, rather consent_required or E0000047",
      ["login_required", "consent_required", "E0000047"],
    ],
    ['{"note":"it was not invalid_grant"}', ["invalid_grant"]],
  ])("a mark of which a sentence only speaks is offered, in the order of the text: %s", (text, expected) => {
    expect(explain(text)).toEqual([]);
    const answer = explainText(text);
    if (!answer.ok || answer.value.kind !== "candidates") throw new Error("it was asserted");
    expect(answer.value.candidates.map(({ name }) => name).slice(0, expected.length)).toEqual(expected);
  });

  test.each([
    ["error -1009", "network-offline"],
    ["it is not ECONNREFUSED, I think", "network-refused"],
    ["We could not connect to the server. Is that usual?", "network-refused"],
  ])("a fault that a sentence only speaks of is offered: %s", (text, name) => {
    expect(explainText(text)).toMatchObject({ value: { kind: "candidates", candidates: [{ name }] } });
  });

  test("a network fault says no more than is known of the password and of Jamf Connect", () => {
    for (const { id } of networkErrors()) {
      const answer = explainText(`network-${id}`);
      const [found] = answer.ok && answer.value.kind === "explained" ? answer.value.entries : [];
      expect.soft(found?.jamfConnect.why, id).toMatch(/^Not assessed/);
      expect.soft(`${found?.title} ${found?.meaning}`, id).not.toMatch(/this machine/i);
    }
    expect(first("NSURLErrorDomain Code=-1001")?.passwordVerdict).toBe("unknown");
    expect(first("NSURLErrorDomain Code=-1003")?.passwordVerdict).toBe("not-checked");
  });

  test("does not take what stands before the @ of an address for its host", () => {
    expect(first("ECONNREFUSED https://hunter22:x@login.example/a")?.meaning).toBe(
      "login.example refused the connection.",
    );
  });

  test.each([
    "2026-03-02 08:41:17.407 Df Jamf Connect[812:3a41c] [com.jamf.connect:Network] Password check finished",
    "12:00:00.511 something",
    "We use the Entra application proxy for our apps",
    "The proxy of the office is new",
    "error rate fell by -1001 points",
    "the certificate course has expired",
    "a bad portrait",
    "it timed out of mind",
    "error -1009",
    "our printer says error -1003 and code=-1200",
    "status: 407 devices",
    "http 407 devices are online",
    "we have a bad port",
    "We could not connect to the server. Is that usual?",
    "what happens when the internet connection appears to be offline at the login window",
    "after the network connection was lost, the Mac slept",
    "for the test server we use a self-signed certificate.",
    "it is not ECONNREFUSED, I think",
    "the docs call ERR_CERT_DATE_INVALID harmless",
    "it could not resolve host names of the office",
  ])("words and numbers of ordinary text are no network fault: %s", (text) => {
    expect(explain(text)).toEqual([]);
  });
});

describe("a row or an answer in which nothing failed is called that", () => {
  const row = (more: object) =>
    JSON.stringify({ createdDateTime: "2026-03-02T07:41:17Z", riskState: "none", ...more });
  const page = (...lines: readonly string[]) =>
    [
      "Date\t3/2/2026, 8:41:17 AM",
      "User\tMax",
      "Application\tJamf Connect",
      "Risk state\tNone",
      ...lines,
    ].join("\n");
  test.each([
    ["a row of Graph", row({ status: { errorCode: 0, failureReason: "Other." } }), "success-row", "unknown"],
    [
      "a row by password",
      row({ authenticationProtocol: "ropc", status: { errorCode: 0 } }),
      "success-row",
      "correct",
    ],
    [
      "a page of rows",
      `{"value":[${row({ status: { errorCode: 0 } })},${row({ status: { errorCode: 0 } })}]}`,
      "success-row",
      "unknown",
    ],
    [
      "a row of Azure Monitor",
      '{"category":"SignInLogs","resultType":"0","riskState":"none"}',
      "success-row",
      "unknown",
    ],
    ["the details page", page("Status\tSuccess"), "success-row", "unknown"],
    [
      "a line of CSV",
      "2026-03-02T07:41:17Z,5b3f2c11-0000-4000-8000-000000000001,agent,c-1,user,Max,Success,0,Other",
      "success-row",
      "unknown",
    ],
    ["tokens", '{"token_type":"Bearer","access_token":"opaque-1","expires_in":3599}', "tokens", "unknown"],
    [
      "an address with a code",
      "https://127.0.0.1/jamfconnect?code=0.hunter22&state=x",
      "callback",
      "unknown",
    ],
    ["an address with a token", "https://127.0.0.1/jamfconnect#access_token=hunter22", "tokens", "unknown"],
    [
      "a discovery document",
      '{"issuer":"https://i.example","token_endpoint":"https://i.example/t"}',
      "discovery-document",
      "not-checked",
    ],
  ])("%s", (_, text, name, passwordVerdict) => {
    const found = explain(text);
    expect(found).toMatchObject([{ kind: "no-failure", name, passwordVerdict }]);
    expect(JSON.stringify(found)).not.toMatch(/hunter22|opaque-1|risky|lock(?:ed)? after/i);
  });

  test.each([
    "2026-03-02 07:41:17,Backup,node-7,daily,12 GB,3 h,Success,ok,,,",
    "2026-03-02 07:41:17,Invoice,50126,Berlin",
    "2026-03-02 07:41:17;Backup;node-7;Failure;50126;12",
  ])("a line of another table is no row of it: 5b3f2c11-0000-4000-8000-00000000000", (text) => {
    expect(explain(text)).toEqual([]);
  });

  test("the code of a row stands behind its status, and not in the number of a network", () => {
    const line = "2026-03-02T07:41:17Z,5b3f2c11-0000-4000-8000-000000000001,50105,Max,Failure,50126,Other";
    expect(codes(line)).toEqual([50126]);
  });

  test("rows of which some failed are explained by their codes", () => {
    const rows = [0, 50076, 0, 50126].map((errorCode) => row({ status: { errorCode } }));
    expect(codes(`[${rows.join(",")}]`)).toEqual([50076, 50126]);
    expect(codes(page("Status\tFailure", "Sign-in error code\t50105"))).toEqual([50105]);
    expect(codes(page("Status", "Failure", "Sign-in error code", "53003"))).toEqual([53003]);
  });

  test("a password is only said to be right where every row says that one was checked", () => {
    const byPassword = row({ authenticationProtocol: "ropc", status: { errorCode: 0 } });
    const other = row({ status: { errorCode: 0 } });
    expect(first(`[${byPassword},${byPassword}]`)?.passwordVerdict).toBe("correct");
    expect(first(`[${byPassword},${other}]`)?.passwordVerdict).toBe("unknown");
    expect(first(page("Status\tSuccess", "Resource\tROPC test"))?.passwordVerdict).toBe("unknown");
    expect(first(page("Status\tSuccess", "Authentication protocol\tROPC"))?.passwordVerdict).toBe("correct");
  });

  test("a page that says failure and not which is no success", () => {
    expect(explain(page("Status\tFailure"))).toEqual([]);
    expect(explain(page("Status\tInterrupted", "Sign-in error code\t0"))).toEqual([]);
  });
});

test("masks what was pasted beside an error", () => {
  const token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl";
  const pasted = [
    `AADSTS50126: wrong. password=hunter22 username=megan@contoso.com Authorization: Bearer opaque-1 ${token}`,
    `{"error":"invalid_grant","error_codes":[50126],"error_description":"client_secret=hunter22 ${token}","suberror":"${token}","correlation_id":"${token}"}`,
    `AADSTS50126: wrong, the password is hunter22 of user megan.bowen, masked or not`,
    `https://127.0.0.1/x?error=${token}&error_description=AADSTS65004+code%3Dhunter22`,
  ];
  for (const text of pasted) {
    const shown = JSON.stringify(explain(text));
    expect(shown).toContain("masked");
    for (const secret of ["hunter22", "megan", "opaque-1", "eyJ"]) expect(shown).not.toContain(secret);
  }
});

test("comes to an end with 400 kB that are made to be slow", () => {
  const long = (part: string) => part.repeat(Math.ceil(400_000 / part.length));
  for (const part of [
    "a",
    "AADSTS",
    "AADSTS ",
    "-eyJaaaaa",
    "[",
    '{"a":',
    ",",
    "Trace ID: ",
    "certificate ",
    "a=b&",
    "5",
    "50076",
    "50076 ",
    "error 50105 ",
    "\n",
    " ",
    "code: ",
    "E0000004",
    "MSIS",
    "date\t",
    "{}",
    "a_b_",
    "-1001 ",
    "UND_ERR_",
    "connect ",
    "failed to connect to ",
    "NSURLErrorDomain ",
    "http code ",
    "https://",
  ]) {
    expect(() => explain(long(part))).not.toThrow();
  }
  const description = long("AADSTS50076 ");
  expect(first(description)?.error?.description.length).toBeLessThan(2100);
});

test.each(["", "hello", "https://contoso.example/", "😀🔐", "0", "{}", "[]", "null"])(
  "knows nothing about %j",
  (text) => {
    expect(explain(text)).toEqual([]);
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
  assertProperty(fc.property(fc.json({ maxDepth: 5 }), (text) => void explain(text)));
});
