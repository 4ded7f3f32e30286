import { expect, test } from "vitest";
import { cloudOf, scopesOf, signInToGraph } from "../../../main/graph/index.ts";
import type { PracticeTenant, Tenant } from "../../../main/practice-tenant/index.ts";
import { need, signIn, start, submit, visit } from "../practice-tenant/support.ts";
import { connect, ownClient } from "./support.ts";

/** Begins a device code sign-in with MSAL, and does with the code what the test says. */
async function withDeviceCode(
  practice: PracticeTenant,
  person: (page: string, code: string) => Promise<void>,
  options: { readonly fetch?: typeof fetch; readonly stop?: AbortController } = {},
) {
  const waits: number[] = [];
  const session = await signInToGraph({
    clientId: ownClient,
    kept: null,
    keep: null,
    cloud: need(cloudOf(practice.authority)),
    scopes: scopesOf([]),
    how: "device-code",
    fetch: options.fetch ?? fetch,
    wait: async (ms) => void waits.push(ms),
    purpose: "policies",
    signal: (options.stop ?? new AbortController()).signal,
    announce: ({ url, code }) => void person(url, code ?? ""),
  });
  return { session, waits };
}

/** Every second, so that the tests do not wait for MSAL. */
const quick = (tenant: Tenant): Tenant => ({ ...tenant, deviceCode: { seconds: 900, interval: 1 } });

async function typeCode(practice: PracticeTenant, page: string, code: string, answer: string) {
  const [account] = practice.description.accounts;
  const signInPage = await submit(await visit(page), practice, { otc: code });
  const asked = await submit(signInPage, practice, {
    loginfmt: account?.username ?? "",
    passwd: account?.password ?? "",
  });
  await submit(asked, practice, { answer });
}

test("MSAL signs in with a device code while it polls, and Graph answers", async () => {
  const practice = await start("no-mfa", quick);
  const { session } = await withDeviceCode(practice, (page, code) =>
    typeCode(practice, page, code, "accept"),
  );
  const { userName, token } = need(session);
  expect(userName).toBe("robin@contoso.example");
  expect(need(await token())).toMatch(/^eyJ/);
});

test("MSAL goes on where Entra asks it to slow down", async () => {
  const practice = await start("no-mfa", quick);
  let asked = 0;
  const busy: typeof fetch = (input, init) => {
    if (!String(input).includes("/oauth2/v2.0/token")) return fetch(input, init);
    asked += 1;
    return asked === 1
      ? Promise.resolve(Response.json({ error: "slow_down" }, { status: 400 }))
      : fetch(input, init);
  };
  const { session, waits } = await withDeviceCode(
    practice,
    (page, code) => typeCode(practice, page, code, "accept"),
    { fetch: busy },
  );
  expect(session.ok).toBe(true);
  expect(waits).toEqual([5_000]);
});

test("a device code that the person declines, and one that ran out, are told as what they are", async () => {
  const practice = await start("no-mfa", quick);
  const declined = await withDeviceCode(practice, (page, code) => typeCode(practice, page, code, "decline"));
  expect(declined.session).toMatchObject({
    ok: false,
    problem: { code: "graph-sign-in-refused", title: "The sign-in was cancelled on Microsoft's page." },
  });
  const late: typeof fetch = (input, init) =>
    String(input).includes("/oauth2/v2.0/token")
      ? Promise.resolve(
          Response.json({ error: "expired_token", error_description: "AADSTS70019: …" }, { status: 400 }),
        )
      : fetch(input, init);
  const expired = await withDeviceCode(practice, async () => undefined, { fetch: late });
  expect(expired.session).toMatchObject({
    ok: false,
    problem: { title: "The code was not typed in time." },
  });
});

test("a refused device code says Entra's code and what to do", async () => {
  const practice = await start("public-client-off");
  const { session } = await withDeviceCode(practice, async () => undefined);
  expect(session).toMatchObject({
    ok: false,
    problem: {
      title: "Microsoft Entra refused the sign-in with AADSTS7000218.",
      fix: "Turn on Allow public client flows in the app registration.",
    },
  });
});

/** A network that breaks off every request of MSAL from now on, and what then comes back. */
const offline = Object.assign(new TypeError("fetch failed"), {
  cause: Object.assign(new Error("getaddrinfo ENOTFOUND"), { code: "ENOTFOUND" }),
});

test("a sign-in without a network, or behind a portal's page, is not told as refused by Entra", async () => {
  const practice = await start("no-mfa", quick);
  const broken = await withDeviceCode(practice, async () => undefined, {
    fetch: () => Promise.reject(offline),
  });
  expect(broken.session).toMatchObject({ ok: false, problem: { code: "graph-unreachable" } });
  const portal: typeof fetch = (input, init) =>
    String(input).includes("/devicecode")
      ? Promise.resolve(new Response("<html>Please sign in to the guest network</html>"))
      : fetch(input, init);
  const behind = await withDeviceCode(practice, async () => undefined, { fetch: portal });
  expect(behind.session).toMatchObject({
    ok: false,
    problem: {
      code: "graph-unreachable",
      title: expect.stringContaining("answered with a web page where JSON was expected"),
    },
  });
});

test("a token that cannot be renewed for want of a network does not sign anybody out", async () => {
  const practice = await start("no-mfa");
  let isOffline = false;
  const { session } = await connect(practice, {
    fetch: async (input, init) => {
      if (isOffline) return Promise.reject(offline);
      const answer = await fetch(input, init);
      if (!String(input).includes("/oauth2/v2.0/token")) return answer;
      return Response.json({ ...(await answer.json()), expires_in: 1 }, { status: answer.status });
    },
  });
  isOffline = true;
  expect(await session.token()).toMatchObject({ ok: false, problem: { code: "graph-unreachable" } });
  isOffline = false;
  expect(await session.token()).toMatchObject({ ok: true });
});

test("whoever stops a sign-in leaves nothing listening and nothing polling", async () => {
  const practice = await start("no-mfa", quick);
  const stop = new AbortController();
  let listener = "";
  await signInToGraph({
    clientId: ownClient,
    kept: null,
    keep: null,
    cloud: need(cloudOf(practice.authority)),
    scopes: scopesOf([]),
    how: "browser",
    fetch,
    wait: async () => undefined,
    purpose: "policies",
    signal: stop.signal,
    announce: ({ url }) => {
      const { port } = new URL(new URL(url).searchParams.get("redirect_uri") ?? "");
      listener = `http://127.0.0.1:${port}/`;
      stop.abort();
    },
  });
  await expect
    .poll(() =>
      fetch(listener).then(
        () => "listens",
        () => "closed",
      ),
    )
    .toBe("closed");
  let polls = 0;
  const counting: typeof fetch = (input, init) => {
    if (String(input).includes("/oauth2/v2.0/token")) polls += 1;
    return fetch(input, init);
  };
  const second = new AbortController();
  const { session } = await withDeviceCode(practice, async () => second.abort(), {
    fetch: counting,
    stop: second,
  });
  expect(session).toMatchObject({ ok: false, problem: { code: "graph-sign-in-stopped" } });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(polls).toBeLessThanOrEqual(1);
});

test("a sign-in that is cancelled in the browser says so", async () => {
  const practice = await start("consent-missing", (tenant) => ({
    ...tenant,
    users: tenant.users.map((user) => ({ ...user, roles: ["62e90394-69f5-4237-9190-012177145e10"] })),
  }));
  const session = await signInToGraph({
    clientId: practice.description.clientId,
    kept: null,
    keep: null,
    cloud: need(cloudOf(practice.authority)),
    scopes: scopesOf([]),
    how: "browser",
    fetch,
    wait: async () => undefined,
    purpose: "policies",
    signal: new AbortController().signal,
    announce: async ({ url }) => {
      const asked = await signIn(practice, url);
      const back = await submit(asked, practice, { answer: "decline" });
      await submit(back, practice, {});
    },
  });
  expect(session).toMatchObject({
    ok: false,
    problem: { code: "graph-sign-in-refused", title: "The sign-in was cancelled on Microsoft's page." },
  });
});

test("the way around Graph is the one of what was asked for", async () => {
  const practice = await start("two-apis");
  const cloud = need(cloudOf(practice.authority));
  const refusing: typeof fetch = (input, init) =>
    String(input).includes("/oauth2/v2.0/token")
      ? Promise.resolve(Response.json({ error: "invalid_grant", error_description: "AADSTS50105: …" }))
      : fetch(input, init);
  const fixes: string[] = [];
  for (const purpose of ["policies", "sign-ins", "person", "what-if"] as const) {
    const session = await signInToGraph({
      clientId: ownClient,
      kept: null,
      keep: null,
      cloud,
      scopes: scopesOf([]),
      how: "browser",
      fetch: refusing,
      wait: async () => undefined,
      purpose,
      signal: new AbortController().signal,
      announce: async ({ url }) => void (await submit(await signIn(practice, url), practice, {})),
    });
    fixes.push(session.ok ? "signed in" : session.problem.fix);
  }
  expect(fixes).toEqual([
    "Sign in again, or export the policies from the Entra admin center and load the files.",
    "Sign in again, or download the sign-in log in the Entra admin center and open the file.",
    "Sign in again, or say yourself which groups and roles the person has.",
    "Sign in again, or use What If in the Entra admin center.",
  ]);
});
