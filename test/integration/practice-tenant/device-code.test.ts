import { describe, expect, test } from "vitest";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { graphClient, itemsOf } from "./graph-client.ts";
import { postToken, start, submit, type Visit, visit } from "./support.ts";

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";
/** A registration that the tenant adopts. */
const CLIENT = "0f0f0f0f-1111-4222-8333-44445555cccc";
const FIFTEEN_MINUTES = 900_000;

type Begun = { readonly userCode: string; readonly deviceCode: string; readonly page: string };

async function begin(practice: PracticeTenant, form: Record<string, string> = {}): Promise<Begun> {
  const response = await fetch(`${practice.authority}/oauth2/v2.0/devicecode`, {
    method: "POST",
    body: new URLSearchParams({ client_id: CLIENT, scope: "openid offline_access User.Read", ...form }),
  });
  const body = await response.json();
  expect(body).toMatchObject({
    expires_in: 900,
    interval: 5,
    message: expect.stringContaining(body.user_code),
  });
  expect(body.user_code).toMatch(/^[A-HJ-NP-Z2-9]{9}$/);
  return { userCode: body.user_code, deviceCode: body.device_code, page: body.verification_uri };
}

const poll = (practice: PracticeTenant, deviceCode: string, form: Record<string, string> = {}) =>
  postToken(practice, { grant_type: GRANT, client_id: CLIENT, device_code: deviceCode, ...form });

/** Types the code and signs the first account in, up to the question whether to go on. */
async function signInFor(practice: PracticeTenant, { page, userCode }: Begun): Promise<Visit> {
  const [account] = practice.description.accounts;
  const signIn = await submit(await visit(page), practice, { otc: userCode });
  const next = await submit(signIn, practice, {
    loginfmt: account?.username ?? "",
    passwd: account?.password ?? "",
  });
  return next.text.includes('inputmode="numeric"')
    ? submit(next, practice, { otc: account?.mfa?.code ?? "" })
    : next;
}

/** A clock that the test moves. */
function clock() {
  let now = Date.UTC(2026, 10, 30);
  const pass = (ms: number): void => {
    now += ms;
  };
  return { now: () => now, pass };
}

describe("device code", () => {
  test("a client waits, the person signs in with the code, and the client gets its tokens once", async () => {
    const time = clock();
    const practice = await start("all-cloud-apps-mfa", undefined, { now: time.now });
    const begun = await begin(practice);
    expect((await poll(practice, begun.deviceCode)).body).toMatchObject({
      error: "authorization_pending",
      error_codes: [70016],
    });
    const question = await signInFor(practice, begun);
    expect(question.text).toContain("Sign in on the other device?");
    time.pass(5_000);
    expect((await poll(practice, begun.deviceCode)).body).toMatchObject({ error: "authorization_pending" });
    const done = await submit(question, practice, { answer: "accept" });
    expect(done.text).toContain("You have signed in");
    const tokens = await poll(practice, begun.deviceCode);
    expect(tokens.status).toBe(200);
    expect(tokens.body).toMatchObject({
      access_token: expect.any(String),
      id_token: expect.any(String),
      refresh_token: expect.any(String),
    });
    expect((await poll(practice, begun.deviceCode)).body).toMatchObject({ error_codes: [54005] });
    expect(practice.signIns().map((row) => [row.authenticationProtocol, row.status.errorCode])).toEqual([
      ["deviceCode", 50074],
      ["deviceCode", 0],
    ]);
  });

  test("a client that asks too often is told to slow down, and after the time that it is too late", async () => {
    const time = clock();
    const practice = await start("no-mfa", undefined, { now: time.now });
    const { deviceCode } = await begin(practice);
    const errorAfter = async (ms: number) => {
      time.pass(ms);
      return (await poll(practice, deviceCode)).body["error"];
    };
    expect(await errorAfter(0)).toBe("authorization_pending");
    expect(await errorAfter(1_000)).toBe("slow_down");
    expect(await errorAfter(5_000)).toBe("authorization_pending");
    expect(await errorAfter(FIFTEEN_MINUTES)).toBe("expired_token");
  });

  test("a person who says no declines for the client", async () => {
    const practice = await start("no-mfa");
    const begun = await begin(practice);
    const end = await submit(await signInFor(practice, begun), practice, { answer: "decline" });
    expect(end.text).toContain("Not signed in");
    expect((await poll(practice, begun.deviceCode)).body).toMatchObject({
      error: "authorization_declined",
      error_codes: [65004],
    });
  });

  test("the code is typed in any form, and a code of nobody is called one", async () => {
    const practice = await start("no-mfa");
    const { userCode, page } = await begin(practice);
    const typed = `${userCode.slice(0, 4)}-${userCode.slice(4)} `.toLowerCase();
    expect((await submit(await visit(page), practice, { otc: typed })).text).toContain('name="loginfmt"');
    const wrong = await submit(await visit(page), practice, { otc: "AAAAAAAAA" });
    expect(wrong.text).toContain("AADSTS70018");
    expect(wrong.text).not.toContain('name="loginfmt"');
  });

  test("attack: a code of another client, a made-up one and a form of another site get nothing", async () => {
    const practice = await start("no-mfa");
    const begun = await begin(practice);
    const other = { client_id: practice.description.clientId };
    expect((await poll(practice, begun.deviceCode, other)).body).toMatchObject({
      error: "bad_verification_code",
    });
    expect((await poll(practice, "made-up")).body).toMatchObject({ error: "bad_verification_code" });
    const foreign = await visit(begun.page, {
      method: "POST",
      body: new URLSearchParams({ otc: begun.userCode }),
      headers: { origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
    expect(foreign.text).not.toContain('name="loginfmt"');
  });

  test("a client whose public flows are off gets no tokens", async () => {
    const practice = await start("public-client-off");
    const begun = await begin(practice);
    expect((await poll(practice, begun.deviceCode)).body).toMatchObject({ error_codes: [7000218] });
  });
});

describe("what reading the log needs", () => {
  test("beta shows non-interactive rows to who asks for them, and v1.0 to nobody", async () => {
    const practice = await start("no-mfa");
    const first = await postToken(practice, {
      grant_type: "password",
      client_id: practice.description.clientId,
      scope: "openid offline_access",
      username: practice.description.accounts[0]?.username ?? "",
      password: practice.description.accounts[0]?.password ?? "",
    });
    await postToken(practice, {
      grant_type: "refresh_token",
      client_id: practice.description.clientId,
      refresh_token: String(first.body["refresh_token"]),
    });
    const reader = await graphClient(practice, ["AuditLog.Read.All"]);
    const types = async (path: string) =>
      itemsOf(await reader("GET", path)).map((row) => row["signInEventTypes"] ?? row["isInteractive"]);
    const asking = (filter: string) => `beta/auditLogs/signIns?$filter=${encodeURIComponent(filter)}`;
    // The reader's own sign-in is a row too.
    expect(await types("beta/auditLogs/signIns")).toEqual([["interactiveUser"], ["interactiveUser"]]);
    expect(await types(asking("(signInEventTypes/any(t: t eq 'nonInteractiveUser'))"))).toEqual([
      ["nonInteractiveUser"],
    ]);
    const both = "signInEventTypes/any(t: t eq 'interactiveUser' or t eq 'nonInteractiveUser')";
    expect(await types(asking(both))).toHaveLength(3);
    expect(await types(asking(`createdDateTime ge 2020-01-01T00:00:00Z and ${both}`))).toHaveLength(3);
    expect(await types("v1.0/auditLogs/signIns")).toEqual([true, true]);
  });

  test("rows of password checks come in the table that the tenant says", async () => {
    const practice = await start("no-mfa", (tenant) => ({
      ...tenant,
      passwordCheckRows: "nonInteractiveUser",
    }));
    await graphClient(practice, ["AuditLog.Read.All"]);
    expect(practice.signIns()[0]).toMatchObject({
      authenticationProtocol: "ropc",
      isInteractive: false,
      signInEventTypes: ["nonInteractiveUser"],
    });
  });

  test("people at risk are listed, and nobody else; only to who may read them", async () => {
    const practice = await start("user-risk");
    const path = "v1.0/identityProtection/riskyUsers";
    // The person at risk has to do more than type a password; the administrator does not.
    const reader = await graphClient(practice, ["IdentityRiskyUser.Read.All"], 1);
    expect(itemsOf(await reader("GET", path))).toEqual([
      expect.objectContaining({
        userPrincipalName: "robin@contoso.example",
        riskLevel: "high",
        riskState: "atRisk",
      }),
    ]);
    const other = await graphClient(practice, ["User.Read"], 1);
    expect((await other("GET", path)).status).toBe(403);
  });

  test("a busy Graph puts every third request off, with the time that the tenant says", async () => {
    const practice = await start("no-mfa", (tenant) => ({
      ...tenant,
      graph: { ...tenant.graph, throttleEvery: 3, retryAfter: 7 },
    }));
    const reader = await graphClient(practice, ["AuditLog.Read.All"]);
    const seen = [];
    for (let asked = 0; asked < 7; asked += 1) {
      const { status, headers } = await reader("GET", "beta/auditLogs/signIns");
      seen.push(status === 429 ? headers.get("retry-after") : status);
    }
    expect(seen).toEqual([200, 200, "7", 200, 200, "7", 200]);
  });
});
