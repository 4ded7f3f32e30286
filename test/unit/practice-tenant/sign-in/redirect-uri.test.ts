import { describe, expect, test } from "vitest";
import { isFailure } from "../../../../main/practice-tenant/errors/failure.ts";
import { loadScenario } from "../../../../main/practice-tenant/index.ts";
import { findClient } from "../../../../main/practice-tenant/sign-in/find-client.ts";
import { findPlatform } from "../../../../main/practice-tenant/sign-in/redirect-uri.ts";

function platform(redirectUri: string, registered: readonly string[], clientId?: string): unknown {
  const loaded = loadScenario("no-mfa");
  if (!loaded.ok) throw new Error(loaded.problem.title);
  const base = loaded.value.tenant;
  const tenant = {
    ...base,
    applications: base.applications.map((app) => ({
      ...app,
      publicClient: { redirectUris: [...registered] },
    })),
  };
  const client = findClient(clientId ?? tenant.practice.loginClient, tenant);
  if (isFailure(client)) throw new Error(String(client.code));
  const found = findPlatform(redirectUri, client, tenant);
  return isFailure(found) ? found.code : found;
}

describe("redirect URIs", () => {
  test.each([
    ["https://127.0.0.1/jamfconnect", ["https://127.0.0.1/jamfconnect"], "public"],
    ["https://127.0.0.1/JamfConnect", ["https://127.0.0.1/jamfconnect"], 50011],
    ["https://127.0.0.1/jamfconnect/", ["https://127.0.0.1/jamfconnect"], 50011],
    ["https://127.0.0.1:8443/jamfconnect", ["https://127.0.0.1/jamfconnect"], 50011],
    ["http://localhost:49152", ["http://localhost"], "public"],
    ["http://localhost:49152/", ["http://localhost"], "public"],
    ["http://localhost:49152/cb", ["http://localhost"], 50011],
    ["http://127.0.0.1:49152", ["http://localhost"], 50011],
    ["http://localhost.attacker.example", ["http://localhost"], 50011],
    ["jamfconnect://redirect/auth", ["jamfconnect://redirect/auth"], "public"],
    ["https://127.0.0.1/jamfconnect", [], 500113],
    ["not an address", ["http://localhost"], 50011],
    ["http://localhost:1/\r\n", ["http://localhost"], 50011],
  ])("%s with %j registered: %s", (asked, registered, expected) => {
    expect(platform(asked, registered)).toBe(expected);
  });

  test("an adopted client may bring its own", () => {
    expect(platform("https://127.0.0.1/own", ["http://localhost"], "unknown-client")).toBe("public");
    for (const wrong of [
      "not an address",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://a.example/\n",
    ]) {
      expect(platform(wrong, ["http://localhost"], "unknown-client"), wrong).toBe(50011);
    }
  });
});
