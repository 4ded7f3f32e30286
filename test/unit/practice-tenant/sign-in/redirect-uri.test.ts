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

const unknownClient = "0f0f0f0f-1111-4222-8333-44445555dddd";

/** What a browser would run, read or hand to the system, plain http to elsewhere, and what only looks like an address. */
const notAnApps = [
  "not an address",
  "javascript:alert(1)",
  "JAVASCRIPT://x/%0aalert(1)",
  "data:text/html,x",
  "intent://scan/#Intent;scheme=zxing;end",
  "ms-cxh://setaddlocalonly",
  "ms-settings:privacy",
  "filesystem:http://localhost/temporary/x.html",
  "blob:https://a.example/1",
  "file:///etc/passwd",
  "view-source:https://a.example/",
  "mailto:a@b.example",
  "http://a.example/",
  "http://localhost.attacker.example/",
  "ws://127.0.0.1/",
  "https://127.0.0.1@attacker.example/jamfconnect",
  "https://a.example/\n",
];

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

  test.each([
    "https://127.0.0.1/own",
    "https://login.contoso.example/callback",
    "http://localhost:49152/cb",
    "http://127.0.0.1:49152/",
    "http://[::1]:49152/",
    "jamfconnect://redirect/auth",
  ])("an adopted client may bring %s", (own) => {
    expect(platform(own, ["http://localhost"], unknownClient)).toBe("public");
  });

  test.each(notAnApps)("attack: a client that is adopted cannot send the browser to %s", (wrong) => {
    expect(platform(wrong, ["http://localhost"], unknownClient)).toBe(50011);
  });

  test.each(["msauth.com.contoso.app://auth", "contoso:/callback", "jamfconnect://redirect/other"])(
    "attack: a client that is adopted cannot start the program behind %s",
    (custom) => {
      expect(platform(custom, ["http://localhost"], unknownClient)).toBe(50011);
      // Entra takes it where it stands in the registration.
      expect(platform(custom, [custom])).toBe("public");
    },
  );

  test.each(notAnApps.filter((uri) => URL.canParse(uri)))(
    "attack: not even a registration makes %s a redirect URI",
    (registered) => {
      expect(platform(registered, [registered])).toBe(50011);
    },
  );
});
