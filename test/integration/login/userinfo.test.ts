import { beforeAll, describe, expect, test } from "vitest";
import type { LoginResult } from "../../../main/core/login-result.ts";
import { runOidc, type SignIn } from "../../../main/login/index.ts";
import { start } from "../practice-tenant/support.ts";
import { realContext } from "./context.ts";
import { accessToken, type Keys, makeKeys, startProvider, type Twist } from "./hostile/provider.ts";
import { settingsFor } from "./settings.ts";
import { loginSettings, person } from "./support.ts";

const wanted = { value: true, domain: "com.jamf.connect.login", keyPath: "UseUserInfo" };

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys();
});

const signIn: SignIn = async ({ authorizeUrl, redirectUri }) => {
  const state = new URL(authorizeUrl).searchParams.get("state") ?? "";
  const url = `${redirectUri}?code=one-code&state=${state}`;
  return { kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: false };
};

async function login(twist: Twist, use = true): Promise<LoginResult> {
  const provider = await startProvider(twist, keys);
  const settings = settingsFor(provider.origin, "Custom", use ? { useUserInfo: wanted } : {});
  return runOidc({ settings, loginHint: null, via: "browser", signIn }, realContext());
}

function stepOf(result: LoginResult, id: string) {
  return result.steps.find((step) => step.id === id);
}

describe("UseUserInfo", () => {
  test("adds what the ID token lacks, and the account says where it came from", async () => {
    const result = await login({});
    expect(result).toMatchObject({ outcome: "succeeded", account: { shortName: "robin", role: "admin" } });
    expect(result.account?.because["role"]).toContain("from the userinfo endpoint");
    expect(result.account?.because["shortName"]).not.toContain("userinfo");
    expect(stepOf(result, "userinfo")).toMatchObject({ status: "ok", note: "It adds: groups." });
  });

  test("the step is recorded with its token masked", async () => {
    const result = await login({});
    expect(stepOf(result, "userinfo")?.request?.headers["authorization"]).toBe("masked");
    expect(JSON.stringify(result)).not.toContain(accessToken);
  });

  test("without the key nothing is asked, and there is no step for it", async () => {
    const result = await login({}, false);
    expect(stepOf(result, "userinfo")).toBeUndefined();
    expect(result.account).toMatchObject({ role: "standard" });
  });

  test.each<[string, Twist]>([
    ["refuses", { userInfoAnswer: (response) => void response.writeHead(401).end() }],
    ["answers with a page", { userInfoAnswer: (response) => void response.end("<html></html>") }],
    [
      "answers with a signed token",
      {
        userInfoAnswer: (response) =>
          void response.writeHead(200, { "content-type": "application/jwt" }).end("eyJ.e30.x"),
      },
    ],
    [
      "points elsewhere",
      { userInfoAnswer: (response) => void response.writeHead(302, { location: "/keys" }).end() },
    ],
    ["is missing", { discovery: ({ userinfo_endpoint, ...document }) => document }],
  ])("an endpoint that %s leaves the claims out and the login standing", async (_what, twist) => {
    const result = await login(twist);
    expect(result).toMatchObject({ outcome: "succeeded", account: { role: "standard" } });
    expect(stepOf(result, "userinfo")?.status).toBe("failed");
    expect(result.findings.map((finding) => finding.rule)).toContain("userinfo-missing");
  });

  test("Entra's is asked with a token for Microsoft Graph, and names the same subject", async () => {
    const practice = await start("no-mfa");
    const settings = { ...loginSettings(practice), useUserInfo: wanted };
    const result = await runOidc(
      { settings, loginHint: null, via: "browser", signIn: person(practice) },
      realContext(),
    );
    expect(result.outcome).toBe("succeeded");
    expect(stepOf(result, "userinfo")).toMatchObject({ status: "ok" });
    expect(stepOf(result, "userinfo")?.note).toContain("family_name");
  });

  test("Entra's refuses the token of another API, and the fix says so", async () => {
    const practice = await start("two-apis");
    const settings = { ...loginSettings(practice), useUserInfo: wanted };
    const result = await runOidc(
      { settings, loginHint: null, via: "browser", signIn: person(practice) },
      realContext(),
    );
    const finding = result.findings.find((one) => one.rule === "userinfo-missing");
    expect(result.outcome).toBe("succeeded");
    expect(JSON.stringify(finding)).toContain("api://");
  });
});
