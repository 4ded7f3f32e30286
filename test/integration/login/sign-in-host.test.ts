import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runCommandLine } from "../../../main/hosts/command-line/run.ts";
import { type LoginContext, runOidc } from "../../../main/login/index.ts";
import { recordingTerminal } from "../../support/recording-terminal.ts";
import { realContext } from "./context.ts";
import { sendJson, serve } from "./servers.ts";
import { settingsFor } from "./settings.ts";

const foreign = "login.microsoftonline.com.evil.example";

/** A provider on this machine whose sign-in page is on a foreign host. */
async function startProvider() {
  const server = await serve((_request, response) =>
    sendJson(response, {
      issuer: server.origin,
      authorization_endpoint: `https://${foreign}/authorize`,
      token_endpoint: `${server.origin}/token`,
      jwks_uri: `${server.origin}/keys`,
    }),
  );
  return server;
}

/** A login there. The foreign host answers here, so that it can be seen what it is asked. */
async function login(changes: Partial<LoginContext>) {
  const { origin } = await startProvider();
  const opened: string[] = [];
  const asked: string[] = [];
  const context = realContext({
    fetch: (input, init) => {
      const { host } = new URL(String(input));
      if (host !== foreign) return fetch(input, init);
      asked.push(host);
      return Promise.resolve(new Response("<!doctype html><title>Sign in</title>"));
    },
    ...changes,
  });
  const result = await runOidc(
    {
      settings: settingsFor(origin),
      loginHint: null,
      via: "browser",
      signIn: async ({ authorizeUrl }) => {
        opened.push(new URL(authorizeUrl).host);
        return { kind: "closed" };
      },
    },
    context,
  );
  return { result, opened, asked };
}

test("attack: the sign-in page of a foreign host is neither asked for nor opened", async () => {
  const { result, opened, asked } = await login({});
  expect(result.outcome).toBe("misconfigured");
  expect(result.sentence).toBe(
    `The sign-in page is at ${foreign}, which is not a known host of your identity provider.`,
  );
  expect(result.findings.map(({ rule }) => rule)).toContain("unknown-host");
  expect([opened, asked]).toEqual([[], []]);
});

test.each([
  ["was allowed before", { allowedHosts: [foreign] }],
  ["is allowed when the run asks", { confirmHost: async () => true }],
])("it is opened where the host %s", async (_name, changes) => {
  const { result, opened } = await login(changes);
  expect(result.outcome).toBe("cancelled");
  expect(opened).toEqual([foreign]);
});

test("attack: somebody says no to the host, or stops instead of answering", async () => {
  const questions: unknown[] = [];
  const no: LoginContext["confirmHost"] = async (question) => {
    questions.push(question);
    return false;
  };
  const refused = await login({ confirmHost: no });
  expect(questions).toEqual([{ host: foreign, carries: "sign-in page" }]);
  expect([refused.opened, refused.asked]).toEqual([[], []]);
  const stop = new AbortController();
  const stopped = await login({
    signal: stop.signal,
    confirmHost: async () => {
      stop.abort();
      return true;
    },
  });
  expect(stopped.result.outcome).toBe("cancelled");
  expect([stopped.opened, stopped.asked]).toEqual([[], []]);
});

test("attack: the command line prints no address of a foreign sign-in page", async () => {
  const { origin } = await startProvider();
  const folder = mkdtempSync(join(tmpdir(), "latchkey-page-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const profile = join(folder, "com.jamf.connect.login.plist");
  const values = { OIDCProvider: "Custom", OIDCClientID: "latchkey-test", OIDCDiscoveryURL: origin };
  const keys = Object.entries(values).map(([key, value]) => `<key>${key}</key><string>${value}</string>`);
  writeFileSync(profile, `<plist version="1.0"><dict>${keys.join("")}</dict></plist>`);
  const terminal = recordingTerminal([]);
  const call = ["test", "oidc", "--no-open", "--redirect", "paste", "--profile", profile];
  expect(await runCommandLine(call, terminal)).toBe(2);
  expect(terminal.err()).not.toContain("Open:");
  expect(terminal.err().trim().split("\n")).toHaveLength(1);
  expect(terminal.err()).toContain(`--allow-host ${foreign}`);
});
