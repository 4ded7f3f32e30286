import { type INetworkModule, PublicClientApplication } from "@azure/msal-node";
import { expect, test } from "vitest";
import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { signIn, start, submit } from "./support.ts";

/**
 * MSAL refuses http authorities. This is how it stays on loopback: an https authority that is known by name, and a
 * network of one's own that speaks http underneath.
 */
function loopbackNetwork(practice: PracticeTenant): {
  readonly secure: string;
  readonly network: INetworkModule;
  readonly asked: string[];
} {
  const { origin } = new URL(practice.authority);
  const secure = origin.replace("http:", "https:");
  const asked: string[] = [];
  const send = async <T>(url: string, init: RequestInit) => {
    if (!url.startsWith(`${secure}/`)) throw new Error(`MSAL asked for ${url}`);
    asked.push(new URL(url).pathname);
    const response = await fetch(url.replace(secure, origin), init);
    const text = await response.text();
    const body: T = JSON.parse(text.replaceAll(origin, secure));
    return { headers: Object.fromEntries(response.headers), body, status: response.status };
  };
  return {
    secure,
    asked,
    network: {
      sendGetRequestAsync: (url, options) => send(url, { headers: options?.headers ?? {} }),
      sendPostRequestAsync: (url, options) =>
        send(url, { method: "POST", headers: options?.headers ?? {}, body: options?.body ?? "" }),
    },
  };
}

function application(practice: PracticeTenant) {
  const { secure, network, asked } = loopbackNetwork(practice);
  const { tenantId, clientId } = practice.description;
  const client = new PublicClientApplication({
    auth: { clientId, authority: `${secure}/${tenantId}`, knownAuthorities: [new URL(secure).host] },
    system: { networkClient: network },
  });
  return { client, secure, asked };
}

test("MSAL signs in interactively with PKCE and MFA, and then silently with its refresh token", async () => {
  const practice = await start("all-cloud-apps-mfa");
  const { client, secure, asked } = application(practice);
  const result = await client.acquireTokenInteractive({
    scopes: ["User.Read"],
    openBrowser: async (url) => {
      expect(new URL(url).searchParams.get("code_challenge_method")).toBe("S256");
      const ended = await signIn(practice, url.replace(secure, new URL(practice.authority).origin));
      expect(ended.askedForCode).toBe(true);
      // MSAL takes its answer as a form that the page posts to its listener.
      await submit(ended, practice, {});
    },
    successTemplate: "done",
  });
  expect(result.account).toMatchObject({
    username: "robin@contoso.example",
    tenantId: practice.description.tenantId,
  });
  expect(result.idTokenClaims).not.toHaveProperty("amr");
  if (result.account === null) throw new Error("no account");
  const silent = await client.acquireTokenSilent({
    scopes: ["User.Read"],
    account: result.account,
    forceRefresh: true,
  });
  expect(silent.accessToken).not.toBe(result.accessToken);
  expect(asked.filter((path) => path.endsWith("/token"))).toHaveLength(2);
});

test("MSAL's own password call: tokens without MFA, its typed error with it", async () => {
  const ask = async (practice: PracticeTenant) => {
    const [account] = practice.description.accounts;
    const { client } = application(practice);
    return client.acquireTokenByUsernamePassword({
      scopes: [practice.description.apiScope ?? ""],
      username: account?.username ?? "",
      password: account?.password ?? "",
    });
  };
  expect(await ask(await start("no-mfa"))).toMatchObject({
    tokenType: "Bearer",
    account: { username: "robin@contoso.example" },
  });
  await expect(ask(await start("all-cloud-apps-mfa"))).rejects.toMatchObject({
    name: "InteractionRequiredAuthError",
    subError: "basic_action",
    errorNo: 50076,
  });
});
