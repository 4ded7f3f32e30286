import { expect, it } from "vitest";
import { runOidc, runRopg } from "../../../main/login/index.ts";
import { start } from "../practice-tenant/support.ts";
import { realContext } from "./context.ts";
import { sendJson, serve } from "./servers.ts";
import { settingsFor } from "./settings.ts";
import { checkSettings, loginSettings, person } from "./support.ts";

const unknownClient = "0f0f0f0f-1111-4222-8333-44445555dddd";
const adoption = "practice-adopted-client";

function withClient<T extends object>(settings: T, clientId: string) {
  return {
    ...settings,
    clientId: { value: clientId, domain: "com.jamf.connect.login", keyPath: "OIDCClientID" },
  };
}

function rules(result: { readonly findings: readonly { readonly rule: string }[] }): readonly string[] {
  return result.findings.map((finding) => finding.rule);
}

it("a login and a check say that the practice tenant stood in for their application", async () => {
  const practice = await start("no-mfa");
  const [account] = practice.description.accounts;
  const who = { username: account?.username ?? "", password: account?.password ?? "" };
  const oidc = { loginHint: null, via: "browser", signIn: person(practice) } as const;
  const login = await runOidc(
    { ...oidc, settings: withClient(loginSettings(practice), unknownClient) },
    realContext(),
  );
  const check = await runRopg(
    { ...who, settings: withClient(checkSettings(practice), unknownClient) },
    realContext(),
  );
  const wrong = { ...who, password: "wrong", settings: withClient(checkSettings(practice), unknownClient) };
  for (const result of [login, check, await runRopg(wrong, realContext())]) {
    const finding = result.findings.find(({ rule }) => rule === adoption);
    expect(finding, result.kind).toMatchObject({ severity: "info", certainty: "documented" });
    expect(finding?.detail).toContain(unknownClient);
  }
  expect([login.outcome, check.outcome]).toEqual(["succeeded", "succeeded"]);

  const known = await runRopg({ ...who, settings: checkSettings(practice) }, realContext());
  expect(rules(known)).not.toContain(adoption);
});

it("a login that ends before its page says it too", async () => {
  const practice = await start("no-mfa", (tenant) => ({
    ...tenant,
    practice: { ...tenant.practice, unknownRedirectUris: "refuse" },
  }));
  const settings = withClient(loginSettings(practice), unknownClient);
  const elsewhere = {
    ...settings,
    redirectUri: { ...settings.redirectUri, value: "https://127.0.0.1/other" },
  };
  const signIn = async () => ({ kind: "closed" }) as const;
  const result = await runOidc(
    { settings: elsewhere, loginHint: null, via: "browser", signIn },
    realContext(),
  );
  expect(result.error?.code).toBe(50011);
  expect(rules(result)).toContain(adoption);
});

it("an id that a sample left behind is called that", async () => {
  const practice = await start("no-mfa");
  const settings = withClient(checkSettings(practice), "YOUR_CLIENT_ID");
  const result = await runRopg({ settings, username: "robin@contoso.example", password: "x" }, realContext());
  expect(result).toMatchObject({ outcome: "misconfigured", error: { code: 700016 } });
  expect(result.findings.find(({ rule }) => rule === "sample-client-id")).toMatchObject({
    title: "The sample's client id was never replaced.",
    where: { keyPath: "OIDCClientID" },
  });
});

it("attack: a provider elsewhere cannot pass for a practice tenant that stands in", async () => {
  const server = await serve((_request, response) => {
    response.setHeader("x-latchkey-practice-adopted-client", unknownClient);
    sendJson(response, { error: "temporarily_unavailable" }, 503);
  });
  // The same server under a name that is not this machine's.
  const named = server.origin.replace("http://127.0.0.1", "https://login.fabrikam.example");
  const renaming: typeof fetch = (input, init) => fetch(String(input).replace(named, server.origin), init);
  const settings = settingsFor(named);
  const result = await runRopg(
    { settings, username: "a@b.example", password: "x" },
    realContext({ fetch: renaming }),
  );
  expect(server.hits()).not.toEqual([]);
  expect(rules(result)).not.toContain(adoption);
});
