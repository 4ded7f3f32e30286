import { describe, expect, it } from "vitest";
import type { LoginResult } from "../../../main/core/login-result.ts";
import type { TestSettings } from "../../../main/core/profile/test-settings.ts";
import type { Provider } from "../../../main/core/provider.ts";
import { type LoginContext, runOidc, runRopg } from "../../../main/login/index.ts";

const origin = "http://127.0.0.1:1";
const password = "a password of the test";
const redirectUri = "https://127.0.0.1/jamfconnect";
const levels = 20_000;

/** What a provider answers in one place; everywhere else it is honest. */
type Bodies = Partial<Record<"discovery" | "authorize" | "keys" | "token" | "userinfo" | "authn", string>>;

const discovery = {
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/keys`,
  userinfo_endpoint: `${origin}/userinfo`,
};
const arrays = "[".repeat(levels) + "]".repeat(levels);
const objects = `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
const encode = (text: string): string => Buffer.from(text).toString("base64url");
const unsigned = (claims: string): string => `${encode('{"alg":"none"}')}.${encode(claims)}.`;
const claims = (changes: object = {}): object => ({
  iss: origin,
  aud: "latchkey-test",
  sub: "s",
  exp: Math.floor(Date.now() / 1000) + 600,
  ...changes,
});
const tokens = (idToken: string, more: object = {}): string =>
  JSON.stringify({ token_type: "Bearer", access_token: "opaque", id_token: idToken, ...more });

async function run(
  kind: "ropg" | "oidc",
  bodies: Bodies,
  changes: { readonly provider?: Provider; readonly context?: Partial<LoginContext> } = {},
): Promise<LoginResult> {
  const fetch = async (address: string | URL | Request): Promise<Response> => {
    const name = new URL(String(address)).pathname.split("/").at(-1) ?? "";
    const honest: Record<string, string> = {
      authorize: "<title>Sign in</title>",
      keys: '{"keys":[]}',
      token: tokens(unsigned(JSON.stringify(claims()))),
      userinfo: '{"sub":"s"}',
    };
    const place = name === "openid-configuration" ? "discovery" : name;
    const body = Object.entries(bodies).find(([one]) => one === place)?.[1] ?? honest[place];
    return new Response(body ?? JSON.stringify(discovery), {
      headers: { "content-type": "application/json" },
    });
  };
  const context: LoginContext = {
    fetch,
    now: Date.now,
    onStep: () => undefined,
    signal: new AbortController().signal,
    authority: null,
    allowedHosts: [],
    jamfConnectVersion: null,
    ...changes.context,
  };
  const settings = settingsFor(changes.provider ?? "Custom");
  if (kind === "ropg") return runRopg({ settings, username: "robin@contoso.example", password }, context);
  const signIn = async ({ authorizeUrl }: { readonly authorizeUrl: string }) => ({
    kind: "callback" as const,
    url: `${redirectUri}?code=code-of-the-test&state=${new URL(authorizeUrl).searchParams.get("state")}`,
    secondFactorSeen: null,
    sessionMayBeReused: false,
  });
  return runOidc({ settings, loginHint: null, via: "window", signIn }, context);
}

function settingsFor(provider: Provider): TestSettings {
  const from = <T>(value: T) => ({ value, domain: "com.jamf.connect.login" as const, keyPath: null });
  return {
    from: "login",
    provider: from(provider),
    providerAsWritten: provider,
    clientId: from("latchkey-test"),
    clientSecret: null,
    tenant: null,
    scopes: from(["openid"]),
    redirectUri: from(redirectUri),
    discoveryUrl: from(`${origin}/.well-known/openid-configuration`),
    successCodes: from([]),
    shortNameClaim: null,
    fullNameClaim: null,
    adminClaim: from("groups"),
    adminValues: from(["mac-admins"]),
    ignoreAdmin: from(false),
    createAdminUser: from(false),
    useUserInfo: from(true),
  };
}

/** The whole result goes over IPC, into reports and onto disk: it must be small, and hold no secret. */
function expectVerdict(result: LoginResult, outcomes: readonly LoginResult["outcome"][]): void {
  expect(outcomes).toContain(result.outcome);
  expect(result.outcome).not.toBe("succeeded");
  expect(result.sentence).toMatch(/\S.*\.$/);
  const text = JSON.stringify(result);
  expect(text.length).toBeLessThan(250_000);
  // The login never sees the password.
  if (result.kind === "ropg") expect(text).not.toContain(password);
  expect(text).not.toContain("code-of-the-test");
}

describe.each(["ropg", "oidc"] as const)("%s", (kind) => {
  it.each([
    ["arrays", arrays],
    ["objects", objects],
    ["claims", `{"sub":"s","x":${arrays}}`],
    ["a list of audiences", `{"sub":"s","aud":${objects}}`],
  ])(
    "attack: a nested ID token of 20,000 levels is refused, the run ends in a verdict (%s)",
    async (_, inside) => {
      for (const token of [unsigned(inside), `${encode('{"alg":"RS256"}')}.${encode(inside)}.c2ln`]) {
        const result = await run(kind, { token: tokens(token) });
        expectVerdict(result, ["unclear"]);
        const malformed = result.findings.find(({ rule }) => rule === "id-token-malformed");
        if (inside.startsWith("[")) return; // An array is no set of claims, however deep.
        expect(malformed?.detail).toContain("deeper than 64 levels");
      }
    },
  );

  it("attack: a nested header of a token is refused", async () => {
    const token = `${encode(`{"alg":"none","x":${arrays}}`)}.${encode(JSON.stringify(claims()))}.`;
    expectVerdict(await run(kind, { token: tokens(token) }), ["unclear"]);
  });

  it("attack: a nested access token is read as an opaque one", async () => {
    const result = await run(kind, { token: tokens("x.y.z", { access_token: unsigned(`{"x":${arrays}}`) }) });
    expectVerdict(result, ["unclear"]);
    expect(result.tokens.access).toBeUndefined();
  });

  it.each(["discovery", "keys", "token"] as const)(
    "attack: a nested %s answer is refused in plain words",
    async (place) => {
      for (const inside of [arrays, objects, `{"x":${arrays}}`]) {
        const signed = `${encode('{"alg":"RS256"}')}.${encode(JSON.stringify(claims()))}.c2ln`;
        const result = await run(kind, { token: tokens(signed), [place]: inside });
        expectVerdict(result, ["misconfigured"]);
        expect(result.findings[0]?.rule).toBe("fault-too-complex");
        expect(result.findings[0]?.detail).toContain("It is nested deeper than 64 levels.");
      }
    },
  );

  it("attack: whatever is thrown in a run, it ends in a verdict", async () => {
    let calls = 0;
    const now = () => {
      calls += 1;
      if (calls === 4) throw new TypeError("the clock is gone");
      return Date.now();
    };
    const result = await run(kind, {}, { context: { now } });
    expectVerdict(result, ["unclear"]);
    expect(result.findings[0]?.rule).toBe("fault-unexpected");
  });

  it("attack: a listener that is gone does not end the run", async () => {
    const onStep = () => {
      throw new Error("Object has been destroyed");
    };
    const result = await run(kind, {}, { context: { onStep } });
    expect(result.steps.length).toBeGreaterThan(3);
  });
});

describe("what a provider answers to a password check", () => {
  it("attack: an answer of very many values is refused, one of as many as there may be is not", async () => {
    const many = (count: number) => `{"error":"invalid_grant","x":[${"0,".repeat(count - 1)}0]}`;
    const refused = await run("ropg", { token: many(10_000) });
    expectVerdict(refused, ["misconfigured"]);
    expect(refused.findings[0]?.detail).toContain("10,000 values");
    expect((await run("ropg", { token: many(9_997) })).error?.oauthError).toBe("invalid_grant");
  });

  it.each(["error", "error_description", "suberror", "trace_id", "correlation_id", "timestamp", "claims"])(
    "attack: 900 kB of %s are cut, and said to be cut",
    async (name) => {
      for (const piece of [" ", `${password} `]) {
        const value = piece.repeat(900_000 / piece.length);
        const body = { error: "invalid_grant", error_description: "AADSTS50126: no", [name]: value };
        const result = await run("ropg", { token: JSON.stringify(body) });
        expectVerdict(result, ["password-wrong", "misconfigured", "unclear", "password-correct"]);
        const step = result.steps.find(({ response }) => response?.body.includes("more characters"));
        expect(step?.response?.body.length).toBeLessThan(9_000);
      }
    },
  );

  it("attack: a claims challenge that is nested or names 10,000 policies is cut", async () => {
    const challenge = (ids: unknown) =>
      JSON.stringify({
        error: "interaction_required",
        error_codes: [53003],
        error_description: "AADSTS53003: no",
        claims:
          typeof ids === "string" ? ids : JSON.stringify({ access_token: { capolids: { values: ids } } }),
      });
    expectVerdict(await run("ropg", { token: challenge(`{"a":${arrays}}`) }), ["blocked"]);
    const ids = Array.from({ length: 9_000 }, (_, at) => `policy ${at} ${"x".repeat(40)}`);
    const result = await run("ropg", { token: challenge(ids) });
    expectVerdict(result, ["blocked"]);
    expect(result.error?.policyIds).toHaveLength(50);
    expect((await run("ropg", { token: challenge(["p1", "p2"]) })).error?.policyIds).toEqual(["p1", "p2"]);
  });

  it("attack: claims of 700 kB are cut, and said to be cut", async () => {
    for (const [more, said] of [
      [{ groups: Array.from({ length: 9_000 }, (_, at) => `group ${at}`) }, /… \d+ more values/],
      [
        Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`claim ${at}`, at])),
        /…":"\d+ more members/,
      ],
      [
        { name: "x".repeat(600_000), email: `${"y".repeat(90_000)}@contoso.example` },
        /… \d+ more characters/,
      ],
    ] as const) {
      const result = await run("ropg", { token: tokens(unsigned(JSON.stringify(claims(more)))) });
      expectVerdict(result, ["unclear"]);
      expect(JSON.stringify(result.tokens.id?.claims)).toMatch(said);
    }
  });

  it("attack: key sets that take seconds to try are refused", async () => {
    const signed = `${encode('{"alg":"RS256"}')}.${encode(JSON.stringify(claims()))}.${"A".repeat(342)}`;
    const key = { kty: "RSA", alg: "RS256", n: "A".repeat(342), e: "AQAB" };
    for (const keys of [
      Array.from({ length: 101 }, () => key),
      [{ ...key, n: "A".repeat(1_400) }],
      [{ ...key, e: "A".repeat(342) }],
      [null],
    ]) {
      const result = await run("ropg", { token: tokens(signed), keys: JSON.stringify({ keys }) });
      expectVerdict(result, ["unclear"]);
      expect(result.findings.map(({ rule }) => rule)).toContain("keys-unusable");
    }
  });

  it("attack: an issuer or an endpoint of 900 kB is no address", async () => {
    for (const name of ["issuer", "token_endpoint", "authorization_endpoint"]) {
      const document = JSON.stringify({ ...discovery, [name]: `${origin}/${"x".repeat(900_000)}` });
      const result = await run("ropg", { discovery: document });
      expectVerdict(result, ["misconfigured", "unclear"]);
    }
  });

  it("attack: what an answer repeats of the password stays out of every sentence", async () => {
    const echo = JSON.stringify(
      claims({ aud: password, iss: encodeURIComponent(password), azp: password, nonce: password }),
    );
    expectVerdict(await run("ropg", { token: tokens(unsigned(echo)) }), ["unclear"]);
    const mismatch = JSON.stringify({ ...discovery, issuer: `${origin}/${encodeURIComponent(password)}` });
    const result = await run("ropg", { discovery: mismatch });
    expectVerdict(result, ["misconfigured"]);
    expect(JSON.stringify(result)).not.toContain(encodeURIComponent(password));
  });

  it("attack: an opaque token in an answer that is refused is not shown", async () => {
    const token = "opaque.token/of-the-test";
    for (const body of [
      `{"access_token":"${token}","x":${arrays}}`,
      `{"x":${arrays},"access_token":"${token}`,
    ]) {
      const result = await run("ropg", { token: body });
      expect(JSON.stringify(result)).not.toContain("of-the-test");
    }
  });
});

it("attack: a callback address of 2 MB is refused before anything in it is looked at", async () => {
  const signIn = async () => ({
    kind: "callback" as const,
    url: `${redirectUri}?${"code=x&".repeat(300_000)}`,
    secondFactorSeen: null,
    sessionMayBeReused: false,
  });
  const fetch = async () => new Response(JSON.stringify(discovery));
  const context: LoginContext = {
    fetch,
    now: Date.now,
    onStep: () => undefined,
    signal: new AbortController().signal,
    authority: null,
    allowedHosts: [],
    jamfConnectVersion: null,
  };
  const result = await runOidc(
    { settings: settingsFor("Custom"), loginHint: null, via: "window", signIn },
    context,
  );
  expectVerdict(result, ["misconfigured"]);
  expect(result.findings[0]?.rule).toBe("callback-refused");
});

it.each(["toString", "constructor", "__proto__", "valueOf"])(
  "attack: Okta's answer named %s, as every object has a member, is a word of its own",
  async (name) => {
    for (const body of [{ status: name }, { errorCode: name, errorSummary: "x".repeat(900_000) }]) {
      const result = await run("ropg", { authn: JSON.stringify(body) }, { provider: "Okta" });
      expectVerdict(result, ["unclear", "unreachable", "misconfigured"]);
      expect(result.error?.oauthError).toBe("okta_error");
    }
  },
);
