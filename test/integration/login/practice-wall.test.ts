import { expect, onTestFinished, test } from "vitest";
import { runOidc, runRopg } from "../../../main/login/index.ts";
import type { Bench } from "../../contract/bench.ts";
import { createBench } from "../../contract/bench.ts";
import { start } from "../practice-tenant/support.ts";
import { realContext } from "./context.ts";
import { sendJson, serve } from "./servers.ts";
import { settingsFor } from "./settings.ts";

const adFs = "https://adfs.contoso.example/adfs/.well-known/openid-configuration";
const text = (key: string, value: string) => `<key>${key}</key><string>${value}</string>`;

/** Settings of the login domain that end at another provider than Entra. */
const okta = [text("OIDCProvider", "Okta"), text("AuthServer", "orgtenant.okta.com")];
const google = [text("OIDCProvider", "GoogleID")];
const foreign = [
  text("OIDCProvider", "EntraID"),
  text("OIDCDiscoveryURL", "https://login.microsoftonline.com.evil.example/common/v2.0"),
];
const hybrid = [
  text("OIDCProvider", "EntraID"),
  text("ROPGProvider", "Custom"),
  text("ROPGDiscoveryURL", adFs),
];

/** A client that the practice tenant adopts. */
const client = "11112222-3333-4444-8555-666677778888";

/** The app in practice with a profile of these keys, and every address that it asks. */
async function practising(keys: readonly string[]): Promise<{ bench: Bench; asked: string[] }> {
  const asked: string[] = [];
  const bench = createBench({
    fetch: (input, init) => {
      asked.push(new URL(String(input)).host);
      return fetch(input, init);
    },
  });
  onTestFinished(() => bench.session.dispose());
  const ids = text("OIDCClientID", client) + text("OIDCROPGID", client);
  const plist = `<plist version="1.0"><dict>${keys.join("")}${ids}</dict></plist>`;
  await bench.call("profile.open", { file: bench.give("com.jamf.connect.login.plist", plist) });
  await bench.call("practice.start", { scenario: "all-cloud-apps-mfa", openProfile: false });
  return { bench, asked };
}

const check = {
  from: "login",
  username: "robin@contoso.example",
  password: "Practice-1",
  allowHost: null,
} as const;

test.each([
  ["Okta", okta, "orgtenant.okta.com"],
  ["Entra's name on a foreign host", foreign, "login.microsoftonline.com.evil.example"],
  ["AD FS in a hybrid setup", hybrid, "adfs.contoso.example"],
] as const)(
  "attack: with practice on, the password of a practice account leaves for %s",
  async (_name, keys, host) => {
    const { bench, asked } = await practising(keys);
    // The person is told before the press, and nothing is predicted from Entra's policies.
    const told = await bench.problem("test.target", { kind: "ropg", from: "login" });
    expect(told).toMatchObject({
      code: "practice-other-provider",
      title: "This password check cannot be practised.",
    });
    expect(told.detail).toContain(host);
    const forecast = await bench.call("test.predict", { from: "login", username: check.username });
    expect(forecast?.check ?? null).toBeNull();
    // Who allowed the host for another run has not allowed it here.
    await bench.start("test.ropg", { ...check, allowHost: host });
    const { result } = await bench.next("test.finished");
    expect(result).toMatchObject({ outcome: "misconfigured", passwordVerdict: "not-checked" });
    expect(result.findings.map(({ rule }) => rule)).toContain("practice-other-provider");
    expect(result.prediction).toBeUndefined();
    expect(asked).toEqual([]);
  },
);

test("attack: with practice on, the login of a Google profile opens Google's page", async () => {
  const { bench, asked } = await practising(google);
  const told = await bench.problem("test.target", { kind: "oidc", from: "login" });
  expect(told).toMatchObject({ code: "practice-other-provider", title: "This login cannot be practised." });
  expect(await bench.call("test.predict", { from: "login", username: null })).toBeNull();
  await bench.start("test.oidc", { username: null, allowHost: "accounts.google.com" });
  const { result } = await bench.next("test.finished");
  expect(result.steps.find(({ status }) => status === "failed")).toMatchObject({ id: "settings" });
  expect(asked).toEqual([]);
});

test("in a hybrid setup the login is practised although the check is not", async () => {
  const { bench, asked } = await practising(hybrid);
  expect(await bench.call("test.target", { kind: "oidc", from: "login" })).toMatchObject({ practice: true });
  const { runId } = await bench.start("test.oidc", { username: null, allowHost: null });
  const { url } = await bench.next("test.signIn");
  await bench.call("test.cancel", { runId });
  expect(new Set(asked)).toEqual(new Set([new URL(url).host]));
});

test("attack: a stand-in for the practice tenant names endpoints of other servers", async () => {
  const other = await serve((_request, response) => sendJson(response, {}));
  const liar = await serve((_request, response) => sendJson(response, documentOf(liar.origin, other.origin)));
  const settings = settingsFor("https://login.microsoftonline.com/t", "EntraID");
  const context = realContext({ authority: liar.origin, allowedHosts: [new URL(other.origin).host] });
  const signIn = async () => ({ kind: "closed" }) as const;
  const login = await runOidc({ settings, loginHint: null, via: "browser", signIn }, context);
  expect(login.findings.map(({ rule }) => rule)).toContain("practice-elsewhere");
  const checked = await runRopg({ settings, username: "robin", password: "Practice-1" }, context);
  expect(checked.outcome).toBe("misconfigured");
  expect(other.hits()).toEqual([]);
});

function documentOf(origin: string, elsewhere: string) {
  return {
    issuer: `${origin}/t`,
    authorization_endpoint: `${elsewhere}/authorize`,
    token_endpoint: `${elsewhere}/token`,
    jwks_uri: `${elsewhere}/keys`,
  };
}

test("attack: an answer of the practice tenant redirects the run to another server", async () => {
  const other = await serve((_request, response) => sendJson(response, {}));
  const moved = await serve((_request, response) => {
    response.writeHead(307, { location: `${other.origin}/elsewhere` }).end();
  });
  const settings = settingsFor("https://login.microsoftonline.com/t", "EntraID");
  const context = realContext({ authority: moved.origin });
  const result = await runRopg({ settings, username: "robin", password: "Practice-1" }, context);
  expect(result.passwordVerdict).toBe("not-checked");
  expect(other.hits()).toEqual([]);
});

test("the practice tenant itself is asked as before", async () => {
  const practice = await start("no-mfa");
  const [account] = practice.description.accounts;
  const settings = settingsFor("https://login.microsoftonline.com/t", "EntraID", {
    clientId: { value: practice.description.clientId, domain: "d", keyPath: null },
    discoveryUrl: null,
  });
  const { username = "", password = "" } = account ?? {};
  const context = realContext({ authority: practice.authority });
  expect((await runRopg({ settings, username, password }, context)).passwordVerdict).toBe("correct");
});
