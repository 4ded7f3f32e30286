import { describe, expect, test } from "vitest";
import { authorizeUrl } from "../../../../main/core/oidc/authorize-url.ts";
import { errorOfPage } from "../../../../main/core/oidc/error-page.ts";
import { onlyBaselineScopes, resourceOfScopes } from "../../../../main/core/oidc/scopes.ts";

describe("the authorize URL", () => {
  const request = {
    endpoint: "https://login.example/authorize?p=1",
    entra: "v2" as const,
    clientId: "client",
    redirectUri: "https://127.0.0.1/jamfconnect",
    scopes: ["api://x/jamfconnect", "openid"],
    loginHint: null,
    state: "s",
    nonce: "n",
    codeChallenge: "c",
    correlationId: "11111111-2222-4333-8444-555555555555",
  };

  test("has what Jamf Connect sends, and state, nonce, PKCE and correlation id of ours; nothing else", () => {
    expect(Object.fromEntries(new URL(authorizeUrl(request)).searchParams)).toEqual({
      p: "1",
      client_id: "client",
      response_type: "code",
      redirect_uri: "https://127.0.0.1/jamfconnect",
      scope: "api://x/jamfconnect openid",
      state: "s",
      nonce: "n",
      code_challenge: "c",
      code_challenge_method: "S256",
      "client-request-id": "11111111-2222-4333-8444-555555555555",
    });
  });

  test("has a correlation id for Entra only", () => {
    const url = new URL(authorizeUrl({ ...request, entra: null }));
    expect(url.searchParams.has("client-request-id")).toBe(false);
  });

  test("names the resource on v1 only, and only where the scopes have one", () => {
    const resource = (changes: object) =>
      new URL(authorizeUrl({ ...request, ...changes })).searchParams.get("resource");
    expect(resource({ entra: "v1" })).toBe("api://x");
    expect(resource({ entra: "v1", scopes: ["openid", "profile"] })).toBeNull();
    expect(resource({})).toBeNull();
  });
});

test.each([
  [["api://1/jamfconnect", "openid"], "api://1"],
  [["openid", "https://graph.microsoft.com/User.Read"], "https://graph.microsoft.com"],
  [["openid", "profile"], "https://graph.microsoft.com"],
  [["api://1"], "api://1"],
  [[], "https://graph.microsoft.com"],
])("the v1 resource of %j is %s", (scopes, resource) => {
  expect(resourceOfScopes(scopes)).toBe(resource);
});

test("baseline scopes are told from others, in any capitals", () => {
  expect(onlyBaselineScopes(["OpenID", "User.Read", "offline_access"])).toBe(true);
  expect(onlyBaselineScopes(["openid", "api://1/x"])).toBe(false);
});

describe("an error page", () => {
  test.each([
    [
      "<p>AADSTS50011: The redirect URI &#39;x&#39; does not\n match.</p><p>more",
      "AADSTS50011: The redirect URI 'x' does not match.",
    ],
    ['{"strServiceExceptionMessage":"AADSTS700016: No app.\\r\\nTrace"}', "AADSTS700016: No app."],
  ])("gives its AADSTS line and nothing else", (html, line) => {
    expect(errorOfPage(html)).toBe(line);
  });
  test("any other page gives nothing", () => {
    expect(errorOfPage("<title>Sign in</title> AADSTS50011")).toBeNull();
  });
});
