import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { LoginResult } from "../../../../main/core/login-result.ts";
import { runOidc, runRopg, type SignIn } from "../../../../main/login/index.ts";
import { realContext } from "../context.ts";
import { sendJson } from "../servers.ts";
import { settingsFor } from "../settings.ts";

import { hostileCases } from "./cases.ts";
import { accessToken, type Keys, makeKeys, startProvider, type Twist } from "./provider.ts";

let keys: Keys;
beforeAll(async () => {
  keys = await makeKeys();
});

/** Signs in without pages: takes the state out of the request and ends on the redirect URI, or where the case says. */
function browser(twist: Twist): SignIn {
  return async ({ authorizeUrl, redirectUri }) => {
    const callback = new URL(redirectUri);
    callback.searchParams.set("code", "code-of-this-login");
    callback.searchParams.set("state", new URL(authorizeUrl).searchParams.get("state") ?? "");
    const url = twist.callback?.(callback) ?? callback.href;
    return { kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: false };
  };
}

/** Only the cases of the userinfo endpoint depend on it; the others must end before. */
const wanted = { value: true, domain: "com.jamf.connect.login", keyPath: "UseUserInfo" };

async function run(
  kind: "ropg" | "oidc",
  twist: Twist,
  patience = 30_000,
): Promise<{ result: LoginResult; hosts: ReadonlySet<string> }> {
  const provider = await startProvider(twist, keys);
  const hosts = new Set<string>();
  const context = realContext({
    requestTimeoutMs: patience,
    fetch: (input, init) => {
      hosts.add(new URL(String(input)).host);
      return fetch(input, init);
    },
  });
  const settings = settingsFor(provider.origin, "Custom", { useUserInfo: wanted });
  const result =
    kind === "ropg"
      ? await runRopg({ settings, username: "robin@contoso.example", password: "right-password" }, context)
      : await runOidc({ settings, loginHint: null, via: "browser", signIn: browser(twist) }, context);
  hosts.delete(new URL(provider.origin).host);
  return { result, hosts };
}

function outcomesOf(result: LoginResult): Readonly<Record<string, string>> {
  return Object.fromEntries(result.tokens.id?.checks.map(({ id, outcome }) => [id, outcome]) ?? []);
}

describe("an honest provider", () => {
  test.each(["ropg", "oidc"] as const)(
    "%s succeeds, so the cases below fail for their own reason",
    async (kind) => {
      const { result } = await run(kind, {});
      expect(result).toMatchObject({
        outcome: "succeeded",
        tokens: { id: { signature: "valid", problems: [] } },
      });
      expect(outcomesOf(result)).toEqual({
        algorithm: "passed",
        signature: "passed",
        issuer: "passed",
        audience: "passed",
        "authorized-party": "not-made",
        nonce: kind === "ropg" ? "not-made" : "passed",
        expiry: "passed",
        start: "passed",
        subject: "passed",
        "access-token-hash": "not-made",
        "second-opinion": "passed",
      });
    },
  );

  test.each(["ropg", "oidc"] as const)("%s succeeds with the hash of its own access token", async (kind) => {
    const digest = createHash("sha256").update(accessToken).digest();
    const hash = digest.subarray(0, digest.length / 2).toString("base64url");
    const { result } = await run(kind, { claims: (claims) => ({ ...claims, at_hash: hash }) });
    expect(result.outcome).toBe("succeeded");
    expect(outcomesOf(result)).toMatchObject({ "access-token-hash": "passed", "second-opinion": "passed" });
  });
});

describe("Entra's v1 endpoint", () => {
  const unsigned: Twist = {
    sign: async (claims) =>
      `${[{ alg: "none" }, claims]
        .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
        .join(".")}.`,
  };

  async function runEntra(path: string) {
    const provider = await startProvider(unsigned, keys, path);
    const settings = settingsFor(provider.issuer, "EntraID");
    return runRopg(
      { settings, username: "robin@contoso.example", password: "right-password" },
      realContext(),
    );
  }

  test("may give an unsigned ID token on the direct answer: unchecked, not valid", async () => {
    const result = await runEntra("/1a7c4e00-0000-4000-8000-000000000001");
    expect(result).toMatchObject({ outcome: "succeeded", tokens: { id: { signature: "unchecked" } } });
    expect(outcomesOf(result)).toMatchObject({
      algorithm: "not-made",
      signature: "not-made",
      issuer: "passed",
      "second-opinion": "not-made",
    });
  });

  test("and v2 may not", async () => {
    const result = await runEntra("/1a7c4e00-0000-4000-8000-000000000001/v2.0");
    expect(result).toMatchObject({ outcome: "unclear", tokens: { id: { signature: "invalid" } } });
    expect(result.findings.map((finding) => finding.rule)).toContain("id-token-unsigned");
  });
});

describe("an answer that was used before", () => {
  test("a code that is redeemed again is refused by the provider and said so", async () => {
    const answer: Twist = {
      tokenAnswer: (response) =>
        sendJson(response, { error: "invalid_grant", error_description: "AADSTS54005: used" }, 400),
    };
    const { result } = await run("oidc", answer);
    expect(result).toMatchObject({ outcome: "misconfigured", error: { code: 54005 } });
  });

  test("the callback of an earlier login does not fit the next one", async () => {
    let earlier = "";
    await run("oidc", {
      callback: (address) => {
        earlier = address.href;
        return earlier;
      },
    });
    const { result } = await run("oidc", { callback: () => earlier });
    expect(result.outcome).toBe("misconfigured");
    expect(result.findings.map((finding) => finding.rule)).toContain("state-mismatch");
  });
});

describe.each(hostileCases)("$name", ({ kinds, twist, outcome, finding }) => {
  test.each(kinds)(`%s ends as ${outcome} with ${finding}`, async (kind) => {
    // Only the server that never ends is given up on early.
    const { result, hosts } = await run(kind, twist, finding === "fault-timeout" ? 300 : 30_000);
    expect({ outcome: result.outcome, rules: result.findings.map((one) => one.rule) }).toEqual({
      outcome,
      rules: expect.arrayContaining([finding]),
    });
    expect(result.jamfConnect.accepts).not.toBe(true);
    expect(result.passwordVerdict).not.toBe("correct");
    expect(result.account).toBeNull();
    const { checks = [], problems = [] } = result.tokens.id ?? {};
    expect(checks.filter((check) => check.outcome === "failed").map((check) => check.detail)).toEqual(
      problems,
    );
    expect([...hosts]).toEqual([]);
    expect(JSON.stringify(result)).not.toContain("right-password");
    expect(JSON.stringify(result)).not.toContain("code-of-this-login");
  });
});
