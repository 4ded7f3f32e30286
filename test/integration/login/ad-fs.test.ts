import { expect, test } from "vitest";
import { readProfile, testSettings } from "../../../main/core/profile/index.ts";
import { runRopg } from "../../../main/login/index.ts";
import { realContext } from "./context.ts";
import { sendJson, serve, type TestServer } from "./servers.ts";

/**
 * AD FS as far as a password check goes: the members of its discovery document and its answers, as
 * https://learn.microsoft.com/windows-server/identity/ad-fs/overview/ad-fs-openid-connect-oauth-concepts describes them. It knows no
 * resource of Microsoft Graph and says so (MSIS9602).
 */
async function startAdFs(): Promise<TestServer> {
  const server = await serve((request, response, body) => {
    const issuer = `${server.origin}/adfs`;
    if (request.method === "GET") {
      return sendJson(response, {
        issuer,
        authorization_endpoint: `${issuer}/oauth2/authorize/`,
        token_endpoint: `${issuer}/oauth2/token/`,
        jwks_uri: `${issuer}/discovery/keys`,
        access_token_issuer: "http://adfs.contoso.example/adfs/services/trust",
      });
    }
    const form = new URLSearchParams(body);
    if (form.has("resource")) {
      return sendJson(
        response,
        { error: "invalid_resource", error_description: "MSIS9602: unknown resource." },
        400,
      );
    }
    return form.get("password") === "right-password"
      ? sendJson(response, { access_token: "opaque", token_type: "bearer", expires_in: 3600 })
      : sendJson(response, { error: "invalid_grant", error_description: "MSIS9659: Invalid password." }, 400);
  });
  return server;
}

/** A hybrid profile: the sign-in at Entra, the check at AD FS. */
function hybridCheck(origin: string, keys: Readonly<Record<string, string>>) {
  const values = { OIDCProvider: "EntraID", OIDCTenant: "contoso.example", OIDCROPGID: "macs", ...keys };
  const url = `${origin}/adfs/.well-known/openid-configuration`;
  const content = Object.entries({ ...values, ROPGDiscoveryURL: url })
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join("");
  const bytes = new TextEncoder().encode(`<plist version="1.0"><dict>${content}</dict></plist>`);
  const document = readProfile(bytes, { fileName: "com.jamf.connect.login.plist" });
  const settings = document.ok ? testSettings(document.value, "login", "password-check") : document;
  if (!settings.ok) throw new Error(settings.problem.title);
  return settings.value;
}

test.each([
  ["ROPGProvider says so", { ROPGProvider: "Custom" }],
  ["only the address says so", {}],
] as const)("AD FS is asked as itself and not as Entra, where %s", async (_name, keys) => {
  const adFs = await startAdFs();
  const headers: Headers[] = [];
  const context = realContext({
    fetch: (input, init) => {
      headers.push(new Headers(init?.headers));
      return fetch(input, init);
    },
  });
  const settings = hybridCheck(adFs.origin, keys);
  const result = await runRopg(
    { settings, username: "kim@contoso.example", password: "right-password" },
    context,
  );
  expect(result).toMatchObject({ outcome: "succeeded", passwordVerdict: "correct", provider: "Custom" });
  const [posted] = adFs.hits().filter((hit) => hit.startsWith("POST"));
  expect(posted).toContain("/adfs/oauth2/token/");
  expect(posted).not.toContain("resource=");
  expect(headers.filter((sent) => sent.has("client-request-id"))).toEqual([]);
  // Nothing of what is said is about Entra: its log has no line, its policies have no part.
  const { steps: _steps, ...said } = result;
  expect(JSON.stringify(said)).not.toMatch(/Entra|ROPC|AADSTS/);
  expect(result.signInLog).not.toHaveProperty("correlationId");
});
