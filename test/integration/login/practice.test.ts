import { describe, expect, test } from "vitest";
import { runOidc, runRopg } from "../../../main/login/index.ts";
import { start } from "../practice-tenant/support.ts";
import { realContext } from "./context.ts";
import { checkSettings, loginSettings, person } from "./support.ts";

describe("password check against the practice tenant", () => {
  test("MFA for all apps: the password is correct although Entra answers with an error", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const [account] = practice.description.accounts;
    const context = realContext();
    const input = {
      settings: checkSettings(practice),
      username: account?.username ?? "",
      password: account?.password ?? "",
    };
    const result = await runRopg(input, context);
    expect(result).toMatchObject({
      kind: "ropg",
      outcome: "password-correct",
      sentence: "The password is correct. Entra demanded MFA, so it answered with an error.",
      passwordVerdict: "correct",
      jamfConnect: { accepts: true, certainty: "documented" },
      factor: "multi",
      error: { code: 50076, name: "UserStrongAuthClientAuthNRequired" },
      signInLog: { status: "Failure", errorCode: 50076 },
      account: null,
    });
    expect(result.steps.map(({ id, status }) => [id, status])).toEqual([
      ["settings", "ok"],
      ["discovery", "ok"],
      ["request", "failed"],
      ["answer", "ok"],
      ["tokens", "skipped"],
      ["account", "skipped"],
    ]);
    expect(JSON.stringify([result, context.live])).not.toContain(account?.password);
    expect(result.steps[2]?.request?.body).toContain("password=masked");
    expect(result.steps[2]?.request?.body).toContain("username=r…@contoso.example");
  });

  test("a wrong password is called wrong, and nothing is tried again", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const username = practice.description.accounts[0]?.username ?? "";
    let posts = 0;
    const counting: typeof fetch = (input, init) => {
      if (init?.method === "POST") posts += 1;
      return fetch(input, init);
    };
    const result = await runRopg(
      { settings: checkSettings(practice), username, password: "not-this-one" },
      realContext({ fetch: counting }),
    );
    expect(result).toMatchObject({
      outcome: "password-wrong",
      sentence: "The password is wrong.",
      passwordVerdict: "wrong",
      jamfConnect: { accepts: false, certainty: "documented" },
      error: { code: 50126 },
    });
    expect(posts).toBe(1);
  });

  test.each(["menu-bar", "login"] as const)("without MFA tokens come, from the %s domain", async (from) => {
    const practice = await start("no-mfa");
    const [account] = practice.description.accounts;
    const input = {
      settings: checkSettings(practice, from),
      username: account?.username ?? "",
      password: account?.password ?? "",
    };
    const result = await runRopg(input, realContext());
    expect(result).toMatchObject({
      outcome: "succeeded",
      settingsFrom: from,
      passwordVerdict: "correct",
      jamfConnect: { accepts: true },
      factor: "single",
      error: null,
      signInLog: { status: "Success", errorCode: 0 },
      tokens: { id: { signature: "valid", problems: [] } },
      account: { shortName: "robin" },
    });
    expect(result.steps.every((step) => step.status === "ok")).toBe(true);
  });

  test("before Jamf Connect 2.12 the check goes to v1 and names a resource", async () => {
    const practice = await start("no-mfa");
    const [account] = practice.description.accounts;
    const input = {
      settings: checkSettings(practice),
      username: account?.username ?? "",
      password: account?.password ?? "",
    };
    const result = await runRopg(input, realContext({ jamfConnectVersion: "2.11" }));
    const request = result.steps.find((step) => step.id === "request")?.request;
    expect(request?.line).toMatch(/\/oauth2\/token$/);
    expect(request?.body).toContain("resource=");
    expect(result.outcome).toBe("succeeded");
  });

  test("--authority leads a profile for the real Entra to the practice tenant", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const [account] = practice.description.accounts;
    const settings = {
      ...checkSettings(practice),
      discoveryUrl: null,
      tenant: { value: "common", domain: "com.jamf.connect", keyPath: null },
    };
    const result = await runRopg(
      { settings, username: account?.username ?? "", password: account?.password ?? "" },
      realContext({ authority: practice.authority }),
    );
    expect(result.error).toMatchObject({ code: 50076, resource: expect.any(String) });
    expect(result.asked).toMatchObject({
      host: new URL(practice.authority).host,
      tenant: new URL(practice.authority).pathname.slice(1),
      person: "r…@contoso.example",
      via: "direct",
    });
    const request = result.steps.find((step) => step.id === "request")?.request;
    const sent = new URLSearchParams(request?.body);
    expect([result.asked.client, result.asked.scopes.join(" ")]).toEqual([
      sent.get("client_id"),
      sent.get("scope"),
    ]);
    expect(request?.line).toContain(`${result.asked.host}/${result.asked.tenant}/`);
  });
});

describe("login against the practice tenant", () => {
  test("through sign-in page and MFA page to a verified ID token", async () => {
    const practice = await start("all-cloud-apps-mfa");
    const context = realContext();
    const result = await runOidc(
      { settings: loginSettings(practice), loginHint: null, via: "browser", signIn: person(practice) },
      context,
    );
    expect(result).toMatchObject({
      kind: "oidc",
      outcome: "succeeded",
      jamfConnect: { accepts: true },
      factor: "multi",
      error: null,
      tokens: {
        id: { signature: "valid", problems: [], claims: { preferred_username: "robin@contoso.example" } },
      },
      account: { shortName: "robin" },
      asked: { person: "r…@contoso.example", via: "browser", scenario: null },
    });
    const authorize = result.steps.find((step) => step.id === "authorize")?.request?.line ?? "";
    const sent = new URL(authorize.slice("GET ".length)).searchParams;
    expect(result.asked).toMatchObject({
      client: sent.get("client_id"),
      redirectUri: sent.get("redirect_uri"),
      scopes: sent.get("scope")?.split(" "),
    });
    expect(result.steps.map((step) => step.status)).toEqual(Array(8).fill("ok"));
    const everything = JSON.stringify([result, context.live]);
    expect(everything).not.toMatch(/eyJ[\w-]{10,}\./);
    expect(result.steps.find((step) => step.id === "exchange")?.request?.body).toContain(
      "code_verifier=masked",
    );
  });

  test("an unregistered redirect URI is found before anybody signs in", async () => {
    const practice = await start("no-mfa");
    const settings = loginSettings(practice);
    const wrong = { ...settings, redirectUri: { ...settings.redirectUri, value: "https://127.0.0.1/other" } };
    const signIn = async () => {
      throw new Error("nobody must be asked");
    };
    const result = await runOidc({ settings: wrong, loginHint: null, via: "browser", signIn }, realContext());
    expect(result).toMatchObject({ outcome: "misconfigured", error: { code: 50011 } });
    expect(result.steps.map(({ id, status }) => [id, status])).toContainEqual(["sign-in", "skipped"]);
  });
});
